package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.DynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The answers that are compared are those that dynalite, dynamodb-conformance, LocalStack and
/// ack-api-quirks recorded from the service.
class UpdateTableTest {

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    private void create(String more) {
        account.call(
                "CreateTable",
                """
                {"TableName": "Orders",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}], %s}
                """
                        .formatted(more.replace('\'', '"')));
    }

    private void createOnDemand() {
        create("'BillingMode': 'PAY_PER_REQUEST'");
    }

    private void createProvisioned() {
        create("'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 5}");
    }

    private JsonNode update(String change) {
        return account.call("UpdateTable", input(change)).path("TableDescription");
    }

    private String refusal(String change) {
        return account.refusal("UpdateTable", input(change));
    }

    private static String input(String change) {
        return "{\"TableName\": \"Orders\", " + change.replace('\'', '"') + "}";
    }

    private static String provisioned(int read, int write) {
        return "'ProvisionedThroughput': {'ReadCapacityUnits': %d, 'WriteCapacityUnits': %d}"
                .formatted(read, write);
    }

    private JsonNode described() {
        return account.call("DescribeTable", "{\"TableName\": \"Orders\"}").path("Table");
    }

    private void put(String item) {
        account.call("PutItem", "{\"TableName\": \"Orders\", \"Item\": " + item + "}");
    }

    private static final String BY_CUSTOMER =
            """
            'AttributeDefinitions': [{'AttributeName': 'customer', 'AttributeType': 'S'}],
            'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-customer',
                'KeySchema': [{'AttributeName': 'customer', 'KeyType': 'HASH'}],
                'Projection': {'ProjectionType': 'ALL'}}}]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'AttributeDefinitions': []          | ValidationException: At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required
                    'GlobalSecondaryIndexUpdates': []   | ValidationException: At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required
                    'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1000000000001} | ValidationException: Given value 1000000000001 for WriteCapacityUnits is out of bounds
                    'BillingMode': 'PROVISIONED'        | ValidationException: One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is PROVISIONED
                    'SSESpecification': {'Enabled': true}, 'DeletionProtectionEnabled': true | ValidationException: One or more parameter values were invalid: Server-Side Encryption modification must be the only operation in the request
                    'TableClass': 'STANDARD', 'DeletionProtectionEnabled': true | ValidationException: One or more parameter values were invalid: TableClass modification must be the only operation in the request
                    'SSESpecification': {'Enabled': false, 'SSEType': 'KMS'} | ValidationException: One or more parameter values were invalid: SSEType can not be specified if Enabled is false
                    'GlobalSecondaryIndexUpdates': [{}] | ValidationException: One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null
                    'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'abc'}}, {'Delete': {'IndexName': 'abc'}}] | ValidationException: One or more parameter values were invalid: Only one global secondary index update per index is allowed simultaneously. Index: abc
                    'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'abc'}}, {'Delete': {'IndexName': 'abd'}}] | LimitExceededException: Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table
                    'DeletionProtectionEnabled': true   | ResourceNotFoundException: Requested resource not found: Table: Orders not found
                    """)
    void says_first_what_the_request_alone_shows_to_be_wrong(String change, String message) {
        assertThat(refusal(change)).isEqualTo(message);
    }

    @Test
    void answers_updating_with_the_old_throughput_and_is_active_for_the_next_call() {
        createProvisioned();

        var answer = update(provisioned(10, 4));

        assertThat(answer.path("TableStatus").asString()).isEqualTo("UPDATING");
        assertThat(answer.path("ProvisionedThroughput").path("ReadCapacityUnits").asInt())
                .isEqualTo(5);
        assertThat(described().path("TableStatus").asString()).isEqualTo("ACTIVE");
        var throughput = described().path("ProvisionedThroughput");
        assertThat(throughput.path("ReadCapacityUnits").asInt()).isEqualTo(10);
        assertThat(throughput.path("NumberOfDecreasesToday").asInt()).isEqualTo(1);
        assertThat(throughput.hasNonNull("LastIncreaseDateTime")).isTrue();
        assertThat(throughput.hasNonNull("LastDecreaseDateTime")).isTrue();
    }

    @Test
    void refuses_a_throughput_that_is_there_already() {
        createProvisioned();

        assertThat(refusal(provisioned(5, 5)))
                .isEqualTo(
                        "ValidationException: The provisioned throughput for the table will not"
                                + " change. The requested value equals the current value. Current"
                                + " ReadCapacityUnits provisioned for the table: 5. Requested"
                                + " ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for"
                                + " the table: 5. Requested WriteCapacityUnits: 5. Refer to the"
                                + " Amazon DynamoDB Developer Guide for current limits and how to"
                                + " request higher limits.");
    }

    @Test
    void takes_four_decreases_in_a_day_and_then_one_an_hour() {
        account.sandbox().clock().freeze();
        create("'ProvisionedThroughput': {'ReadCapacityUnits': 9, 'WriteCapacityUnits': 9}");
        for (int units = 8; units >= 5; units--) {
            update(provisioned(units, 9));
        }

        assertThat(refusal(provisioned(4, 9)))
                .startsWith(
                        "LimitExceededException: Subscriber limit exceeded: Provisioned throughput"
                                + " decreases are limited within a given UTC day.");

        account.sandbox().clock().advance(Duration.ofHours(1));
        update(provisioned(4, 9));
    }

    @Test
    void switches_between_on_demand_and_provisioned() {
        createProvisioned();

        var answer = update("'BillingMode': 'PAY_PER_REQUEST'");
        assertThat(answer.path("BillingModeSummary").path("BillingMode").asString())
                .isEqualTo("PAY_PER_REQUEST");
        assertThat(described().path("ProvisionedThroughput").path("ReadCapacityUnits").asInt(-1))
                .isZero();
        update("'BillingMode': 'PAY_PER_REQUEST'");
        assertThat(refusal(provisioned(5, 5)))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Neither"
                                + " ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                                + " BillingMode is PAY_PER_REQUEST");

        update("'BillingMode': 'PROVISIONED', " + provisioned(3, 2));
        var summary = described().path("BillingModeSummary");
        assertThat(summary.path("BillingMode").asString()).isEqualTo("PROVISIONED");
        assertThat(summary.hasNonNull("LastUpdateToPayPerRequestDateTime")).isTrue();
        assertThat(described().path("ProvisionedThroughput").path("ReadCapacityUnits").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_new_index_has_the_items_that_are_there_already() {
        createOnDemand();
        put("{\"id\": {\"S\": \"1\"}, \"customer\": {\"S\": \"Ada\"}}");
        put("{\"id\": {\"S\": \"2\"}, \"customer\": {\"N\": \"2\"}}");
        put("{\"id\": {\"S\": \"3\"}}");

        var index = update(BY_CUSTOMER).path("GlobalSecondaryIndexes").path(0);

        assertThat(index.path("IndexStatus").asString()).isEqualTo("CREATING");
        var now = described().path("GlobalSecondaryIndexes").path(0);
        assertThat(now.path("IndexStatus").asString()).isEqualTo("ACTIVE");
        assertThat(now.path("ItemCount").asInt()).isEqualTo(1);
        put("{\"id\": {\"S\": \"4\"}, \"customer\": {\"S\": \"Ada\"}}");
        var found =
                account.call(
                        "Query",
                        """
                        {"TableName": "Orders", "IndexName": "by-customer", "KeyConditionExpression": "customer = :c",
                         "ExpressionAttributeValues": {":c": {"S": "Ada"}}}
                        """);
        assertThat(found.path("Count").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'ghost'}}] | ResourceNotFoundException: Requested resource not found: Index ghost for table Orders
                    'GlobalSecondaryIndexUpdates': [{'Update': {'IndexName': 'ghost', 'OnDemandThroughput': {'MaxReadRequestUnits': 1}}}] | ResourceNotFoundException: Requested resource not found: Index ghost for table Orders
                    'GlobalSecondaryIndexUpdates': [{'Update': {'IndexName': 'by-customer'}}] | ValidationException: One or more parameter values were invalid: The only Updates for index: by-customer when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput
                    'AttributeDefinitions': [{'AttributeName': 'customer', 'AttributeType': 'S'}], 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-customer', 'KeySchema': [{'AttributeName': 'customer', 'KeyType': 'HASH'}], 'Projection': {'ProjectionType': 'ALL'}}}] | ValidationException: Attempting to create an index which already exists
                    'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'other', 'KeySchema': [{'AttributeName': 'x', 'KeyType': 'HASH'}], 'Projection': {'ProjectionType': 'ALL'}}}] | ValidationException: One or more parameter values were invalid: AttributeDefinitions is not specified for index: other
                    'AttributeDefinitions': [{'AttributeName': 'y', 'AttributeType': 'S'}], 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'other', 'KeySchema': [{'AttributeName': 'x', 'KeyType': 'HASH'}], 'Projection': {'ProjectionType': 'ALL'}}}] | ValidationException: One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [x], AttributeDefinitions: [y]
                    'OnDemandThroughput': {'MaxReadRequestUnits': 0} | ValidationException: One or more parameter values were invalid: Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range
                    'WarmThroughput': {'ReadUnitsPerSecond': 5} | ValidationException: One or more parameter values were invalid: Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported
                    'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1} | ValidationException: One or more parameter values were invalid: ProvisionedThroughput must be specified for index: by-customer
                    'SSESpecification': {'Enabled': false} | ValidationException: One or more parameter values were invalid: Table is already encrypted by default
                    """)
    void says_what_the_table_cannot_become(String change, String message) {
        createOnDemand();
        update(BY_CUSTOMER);

        assertThat(refusal(change)).isEqualTo(message);
    }

    @Test
    void deletes_an_index_with_the_definition_of_its_key() {
        createOnDemand();
        update(BY_CUSTOMER);
        put("{\"id\": {\"S\": \"1\"}, \"customer\": {\"S\": \"Ada\"}}");

        var answer =
                update("'GlobalSecondaryIndexUpdates': [{'Delete': {'IndexName': 'by-customer'}}]");

        assertThat(answer.path("GlobalSecondaryIndexes").path(0).path("IndexStatus").asString())
                .isEqualTo("DELETING");
        assertThat(described().has("GlobalSecondaryIndexes")).isFalse();
        assertThat(described().path("AttributeDefinitions").size()).isEqualTo(1);
        put("{\"id\": {\"S\": \"2\"}, \"customer\": {\"N\": \"2\"}}");
        update(BY_CUSTOMER);
        assertThat(described().path("GlobalSecondaryIndexes").path(0).path("ItemCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void changes_other_settings() {
        createOnDemand();

        update("'DeletionProtectionEnabled': true");
        update("'TableClass': 'STANDARD_INFREQUENT_ACCESS'");
        update("'OnDemandThroughput': {'MaxReadRequestUnits': 20, 'MaxWriteRequestUnits': 15}");
        update("'OnDemandThroughput': {'MaxReadRequestUnits': -1}");
        update("'SSESpecification': {'Enabled': true}");

        var table = described();
        assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(table.path("TableClassSummary").path("TableClass").asString())
                .isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(table.path("OnDemandThroughput"))
                .isEqualTo(Account.json("{\"MaxWriteRequestUnits\": 15}"));
        assertThat(table.path("SSEDescription").path("Status").asString()).isEqualTo("ENABLED");
        assertThat(
                        update("'SSESpecification': {'Enabled': false}")
                                .path("SSEDescription")
                                .path("Status")
                                .asString())
                .isEqualTo("UPDATING");
        assertThat(described().has("SSEDescription")).isFalse();
    }

    @Test
    void takes_its_time_if_the_sandbox_says_so() {
        createOnDemand();
        var sandbox = account.sandbox();
        sandbox.clock().freeze();
        var tables = sandbox.state(new DynamoDb());
        sandbox.storage().transition(() -> tables.delayChanges(Duration.ofMinutes(5)));

        update(BY_CUSTOMER);

        assertThat(described().path("TableStatus").asString()).isEqualTo("UPDATING");
        var index = described().path("GlobalSecondaryIndexes").path(0);
        assertThat(index.path("IndexStatus").asString()).isEqualTo("CREATING");
        assertThat(index.path("Backfilling").asBoolean()).isTrue();
        assertThat(refusal("'DeletionProtectionEnabled': true"))
                .isEqualTo(
                        "ResourceInUseException: Attempt to change a resource which is still in use:"
                                + " Table is being updated: Orders");
        var scan = "{\"TableName\": \"Orders\", \"IndexName\": \"by-customer\"}";
        assertThat(account.refusal("Scan", scan))
                .isEqualTo(
                        "ValidationException: Cannot read from backfilling global secondary index:"
                                + " by-customer");

        sandbox.clock().advance(Duration.ofMinutes(5));

        assertThat(described().path("TableStatus").asString()).isEqualTo("ACTIVE");
        assertThat(account.call("Scan", scan).path("Count").asInt(-1)).isZero();
    }

    @Test
    void decreases_of_an_index_are_counted_and_limited_too() {
        create(
                """
                'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 5},
                'GlobalSecondaryIndexes': [{'IndexName': 'by-id',
                    'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                    'Projection': {'ProjectionType': 'ALL'},
                    'ProvisionedThroughput': {'ReadCapacityUnits': 9, 'WriteCapacityUnits': 9}}]
                """);
        account.sandbox().clock().freeze();
        for (int units = 8; units >= 5; units--) {
            update(ofIndex(units));
        }

        assertThat(refusal(ofIndex(4)))
                .startsWith(
                        "LimitExceededException: Subscriber limit exceeded: Provisioned throughput"
                                + " decreases are limited within a given UTC day.");
        var index = described().path("GlobalSecondaryIndexes").get(0).path("ProvisionedThroughput");
        assertThat(index.path("NumberOfDecreasesToday").asInt()).isEqualTo(4);
        assertThat(index.has("LastDecreaseDateTime")).isTrue();
        assertThat(described().path("ProvisionedThroughput").path("NumberOfDecreasesToday").asInt())
                .isZero();
    }

    private static String ofIndex(int units) {
        return "'GlobalSecondaryIndexUpdates': [{'Update': {'IndexName': 'by-id', %s}}]"
                .formatted(provisioned(units, units));
    }
}
