package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateTableTest {

    private static final String ORDERS =
            """
            {"TableName": "Orders",
             "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"},
                           {"AttributeName": "placed", "KeyType": "RANGE"}],
             "AttributeDefinitions": [{"AttributeName": "customer", "AttributeType": "S"},
                                      {"AttributeName": "placed", "AttributeType": "N"}],
             "BillingMode": "PAY_PER_REQUEST"}
            """;

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void answers_creating_and_is_active_for_the_next_call() {
        var created = account.call("CreateTable", ORDERS).path("TableDescription");

        var described = describe("Orders");
        assertThat(created.path("TableStatus").asString()).isEqualTo("CREATING");
        assertThat(described.path("TableStatus").asString()).isEqualTo("ACTIVE");
        assertThat(described.path("TableArn").asString())
                .isEqualTo("arn:aws:dynamodb:eu-west-1:123456789012:table/Orders");
        assertThat(described.path("TableId").asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isEqualTo(created.path("TableId").asString());
    }

    /// Recorded by LocalStack: `test_dynamodb_create_table_with_partial_sse_specification`.
    @Test
    void encrypts_with_the_account_s_key_for_dynamodb() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Secrets", "BillingMode": "PAY_PER_REQUEST",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "SSESpecification": {"Enabled": true}}
                """);

        var encryption = describe("Secrets").path("SSEDescription");
        assertThat(encryption.propertyNames())
                .containsExactlyInAnyOrder("KMSMasterKeyArn", "SSEType", "Status");
        assertThat(encryption.path("Status").asString()).isEqualTo("ENABLED");
        assertThat(encryption.path("SSEType").asString()).isEqualTo("KMS");
        assertThat(encryption.path("KMSMasterKeyArn").asString())
                .matches("arn:aws:kms:eu-west-1:123456789012:key/[0-9a-f-]{36}");
    }

    /// Recorded by LocalStack: `test_gsi_with_billing_mode[PAY_PER_REQUEST]`.
    @Test
    void answers_the_members_that_aws_answers() {
        var created = account.call("CreateTable", transactions("")).path("TableDescription");

        assertThat(created.propertyNames())
                .containsExactlyInAnyOrder(
                        "AttributeDefinitions",
                        "BillingModeSummary",
                        "CreationDateTime",
                        "DeletionProtectionEnabled",
                        "GlobalSecondaryIndexes",
                        "ItemCount",
                        "KeySchema",
                        "ProvisionedThroughput",
                        "TableArn",
                        "TableId",
                        "TableName",
                        "TableSizeBytes",
                        "TableStatus");
        assertThat(created.path("CreationDateTime").isNumber()).isTrue();
        assertThat(created.path("BillingModeSummary"))
                .isEqualTo(Account.json("{\"BillingMode\": \"PAY_PER_REQUEST\"}"));
        assertThat(created.path("GlobalSecondaryIndexes"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"IndexName": "TransactionRecordID",
                                  "IndexArn": "arn:aws:dynamodb:eu-west-1:123456789012:table/Transactions/index/TransactionRecordID",
                                  "IndexStatus": "CREATING",
                                  "KeySchema": [{"AttributeName": "TRID", "KeyType": "HASH"}],
                                  "Projection": {"ProjectionType": "ALL"},
                                  "ProvisionedThroughput": {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0, "NumberOfDecreasesToday": 0},
                                  "ItemCount": 0,
                                  "IndexSizeBytes": 0}]
                                """));
    }

    /// Recorded by LocalStack: `test_table_warm_throughput`.
    @Test
    void shows_warm_throughput_as_updating_when_it_was_asked_for() {
        var created =
                account.call(
                                "CreateTable",
                                provisioned(
                                        """
                                        , "WarmThroughput": {"ReadUnitsPerSecond": 1000, "WriteUnitsPerSecond": 1200}
                                        """))
                        .path("TableDescription");

        assertThat(created.path("WarmThroughput"))
                .isEqualTo(
                        Account.json(
                                """
                                {"ReadUnitsPerSecond": 1000, "WriteUnitsPerSecond": 1200, "Status": "UPDATING"}
                                """));
        assertThat(describe("Simple").path("WarmThroughput").path("Status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void refuses_a_name_that_is_taken() {
        account.call("CreateTable", ORDERS);

        assertThat(account.refusal("CreateTable", ORDERS))
                .isEqualTo("ResourceInUseException: Table already exists: Orders");
    }

    @Test
    void asks_for_capacity_unless_it_is_on_demand() {
        assertThat(account.refusal("CreateTable", ORDERS.replace("PAY_PER_REQUEST", "PROVISIONED")))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid:"
                                + " ReadCapacityUnits and WriteCapacityUnits must both be specified"
                                + " when BillingMode is PROVISIONED");
    }

    /// Recorded by LocalStack: `test_dynamodb_pay_per_request`.
    @Test
    void refuses_capacity_on_demand() {
        assertThat(
                        account.refusal(
                                "CreateTable",
                                provisioned(", \"BillingMode\": \"PAY_PER_REQUEST\"")))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Neither"
                                + " ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                                + " BillingMode is PAY_PER_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a       | a:S,b:S     | One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions
                    a,b     | a:S         | Invalid KeySchema: Some index key attribute have no definition
                    a       | b:S         | One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [a], AttributeDefinitions: [b]
                    a,b     | a:S,c:S     | One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [a, b], AttributeDefinitions: [a, c]
                    a,a     | a:S,c:S     | Both the Hash Key and the Range Key element in the KeySchema have the same name
                    """)
    void holds_keys_against_definitions(String key, String definitions, String message) {
        var names = key.split(",");
        var schema = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            schema.append(i == 0 ? "" : ",").append(element(names[i], i == 0 ? "HASH" : "RANGE"));
        }
        var attributes = new StringBuilder();
        for (var definition : definitions.split(",")) {
            var parts = definition.split(":");
            attributes
                    .append(attributes.isEmpty() ? "" : ",")
                    .append(
                            "{\"AttributeName\": \"%s\", \"AttributeType\": \"%s\"}"
                                    .formatted(parts[0], parts[1]));
        }

        var refusal =
                account.refusal(
                        "CreateTable",
                        """
                        {"TableName": "Wrong", "BillingMode": "PAY_PER_REQUEST",
                         "KeySchema": [%s], "AttributeDefinitions": [%s]}
                        """
                                .formatted(schema, attributes));

        assertThat(refusal).isEqualTo("ValidationException: " + message);
    }

    @Test
    void names_definitions_that_no_key_uses_when_there_are_indexes() {
        var refusal =
                account.refusal(
                        "CreateTable",
                        transactions(", {\"AttributeName\": \"extra\", \"AttributeType\": \"S\"}"));

        assertThat(refusal)
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Some"
                                + " AttributeDefinitions are not used. AttributeDefinitions: [TID, TRID,"
                                + " extra], keys used: [TID, TRID]");
    }

    @Test
    void refuses_what_it_cannot_do_yet_by_name() {
        assertThat(
                        account.refusal(
                                "CreateTable",
                                provisioned(
                                        ", \"GlobalTableSourceArn\": \"arn:aws:dynamodb:us-east-1:123456789012:table/Orders\"")))
                .isEqualTo(
                        "ValidationException: GlobalTableSourceArn is not supported by this"
                                + " emulator yet");
    }

    @Test
    void takes_its_time_when_the_sandbox_says_so() {
        var sandbox = account.sandbox();
        sandbox.clock().freeze();
        var tables = sandbox.state(new groundschool.emulator.dynamodb.DynamoDb());
        sandbox.storage().transition(() -> tables.delayChanges(java.time.Duration.ofSeconds(10)));

        account.call("CreateTable", ORDERS);

        assertThat(describe("Orders").path("TableStatus").asString()).isEqualTo("CREATING");
        assertThat(account.refusal("DeleteTable", "{\"TableName\": \"Orders\"}"))
                .isEqualTo(
                        "ResourceInUseException: Attempt to change a resource which is still in"
                                + " use: Table is being created: Orders");
        sandbox.clock().advance(java.time.Duration.ofSeconds(10));
        assertThat(describe("Orders").path("TableStatus").asString()).isEqualTo("ACTIVE");
    }

    private tools.jackson.databind.JsonNode describe(String table) {
        return account.call("DescribeTable", "{\"TableName\": \"" + table + "\"}").path("Table");
    }

    private static String element(String name, String type) {
        return "{\"AttributeName\": \"%s\", \"KeyType\": \"%s\"}".formatted(name, type);
    }

    private static String provisioned(String more) {
        return """
        {"TableName": "Simple",
         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
         "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}%s}
        """
                .formatted(more);
    }

    private static String transactions(String moreDefinitions) {
        return """
        {"TableName": "Transactions",
         "KeySchema": [{"AttributeName": "TID", "KeyType": "HASH"}],
         "AttributeDefinitions": [{"AttributeName": "TID", "AttributeType": "S"},
                                  {"AttributeName": "TRID", "AttributeType": "S"}%s],
         "GlobalSecondaryIndexes": [{"IndexName": "TransactionRecordID",
             "KeySchema": [{"AttributeName": "TRID", "KeyType": "HASH"}],
             "Projection": {"ProjectionType": "ALL"}}],
         "BillingMode": "PAY_PER_REQUEST"}
        """
                .formatted(moreDefinitions);
    }
}
