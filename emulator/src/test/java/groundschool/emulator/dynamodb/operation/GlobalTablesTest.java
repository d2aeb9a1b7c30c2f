package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.Tables;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Global tables, version 2019.11.21. What is compared is what was recorded from the service in
/// October 2026 for the controllers of Kubernetes (`ack-api-quirks`).
class GlobalTablesTest {

    private static final String IRELAND = "eu-west-1";
    private static final String OHIO = "us-east-2";
    private static final String TOKYO = "ap-northeast-1";

    private final Account account = new Account();

    @BeforeEach
    void freeze() {
        account.sandbox().clock().freeze();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private JsonNode call(String region, String operation, String input) {
        return account.callIn(region, "dynamodb", operation, input.replace('\'', '"'));
    }

    private String refusal(String region, String operation, String input) {
        return account.refusalIn(region, operation, input.replace('\'', '"'));
    }

    private void create(String more) {
        call(
                IRELAND,
                "CreateTable",
                """
                {'TableName': 'Pets', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 %s}
                """
                        .formatted(more));
    }

    private void create() {
        create("'BillingMode': 'PAY_PER_REQUEST'");
    }

    private JsonNode replicate(String from, String to) {
        return call(from, "UpdateTable", replicas("{'Create': {'RegionName': '" + to + "'}}"))
                .path("TableDescription");
    }

    private static String replicas(String updates) {
        return "{'TableName': 'Pets', 'ReplicaUpdates': [" + updates + "]}";
    }

    private JsonNode described(String region) {
        return call(region, "DescribeTable", "{'TableName': 'Pets'}").path("Table");
    }

    private void put(String region, String id, String name) {
        call(
                region,
                "PutItem",
                "{'TableName': 'Pets', 'Item': {'id': {'S': '%s'}, 'name': {'S': '%s'}}}"
                        .formatted(id, name));
    }

    private void delete(String region, String id) {
        call(region, "DeleteItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '" + id + "'}}}");
    }

    /// The pet's name; empty if there is no such pet.
    private String get(String region, String id) {
        return call(region, "GetItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '" + id + "'}}}")
                .path("Item")
                .path("name")
                .path("S")
                .asString("");
    }

    private void pass(Duration time) {
        account.sandbox().clock().advance(time);
    }

    private List<JsonNode> records(String region) {
        var arn = described(region).path("LatestStreamArn").asString();
        var stream =
                account.callIn(
                        region,
                        "dynamodbstreams",
                        "DescribeStream",
                        "{\"StreamArn\": \"" + arn + "\"}");
        var shard = stream.path("StreamDescription").path("Shards").path(0).path("ShardId");
        var iterator =
                account.callIn(
                        region,
                        "dynamodbstreams",
                        "GetShardIterator",
                        "{\"StreamArn\": \"%s\", \"ShardId\": %s, \"ShardIteratorType\": \"TRIM_HORIZON\"}"
                                .formatted(arn, shard));
        return account.callIn(
                        region,
                        "dynamodbstreams",
                        "GetRecords",
                        "{\"ShardIterator\": " + iterator.path("ShardIterator") + "}")
                .path("Records")
                .valueStream()
                .toList();
    }

    @Test
    void the_answer_has_the_stream_already_and_the_replica_not_yet() {
        create();

        var answer = replicate(IRELAND, OHIO);

        assertThat(answer.path("TableStatus").asString()).isEqualTo("UPDATING");
        assertThat(answer.path("GlobalTableVersion").asString()).isEqualTo("2019.11.21");
        assertThat(answer.path("Replicas").isEmpty()).isTrue();
        assertThat(answer.path("StreamSpecification"))
                .isEqualTo(
                        Account.json(
                                "{\"StreamEnabled\": true, \"StreamViewType\": \"NEW_AND_OLD_IMAGES\"}"));
    }

    @Test
    void each_replica_shows_the_others_and_has_an_identity_of_its_own() {
        create();
        assertThat(described(IRELAND).propertyNames())
                .doesNotContain(
                        "GlobalTableVersion", "Replicas", "GlobalTableSettingsReplicationMode");

        replicate(IRELAND, OHIO);
        replicate(OHIO, TOKYO);

        assertThat(described(IRELAND).path("Replicas"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"RegionName": "us-east-2", "ReplicaStatus": "ACTIVE",
                                  "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"},
                                  "GlobalTableSettingsReplicationMode": "ENABLED_WITH_OVERRIDES"},
                                 {"RegionName": "ap-northeast-1", "ReplicaStatus": "ACTIVE",
                                  "WarmThroughput": {"ReadUnitsPerSecond": 12000, "WriteUnitsPerSecond": 4000, "Status": "ACTIVE"},
                                  "GlobalTableSettingsReplicationMode": "ENABLED_WITH_OVERRIDES"}]
                                """));
        assertThat(described(OHIO).path("Replicas").valueStream())
                .extracting(replica -> replica.path("RegionName").asString())
                .containsExactly(IRELAND, TOKYO);
        assertThat(described(TOKYO).path("GlobalTableSettingsReplicationMode").asString())
                .isEqualTo("ENABLED_WITH_OVERRIDES");
        assertThat(described(OHIO).path("TableId"))
                .isNotEqualTo(described(IRELAND).path("TableId"));
        assertThat(described(OHIO).path("TableArn").asString())
                .isEqualTo("arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
        assertThat(described(OHIO).path("LatestStreamArn").asString())
                .startsWith("arn:aws:dynamodb:us-east-2:123456789012:table/Pets/stream/");
        assertThat(call(TOKYO, "ListTables", "{}").path("TableNames").path(0).asString())
                .isEqualTo("Pets");
    }

    @Test
    void a_stream_that_there_is_stays_as_it_is_and_cannot_be_ended_while_there_are_replicas() {
        create(
                "'BillingMode': 'PAY_PER_REQUEST', 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'KEYS_ONLY'}");
        replicate(IRELAND, OHIO);
        var end = "{'TableName': 'Pets', 'StreamSpecification': {'StreamEnabled': false}}";

        assertThat(described(OHIO).path("StreamSpecification").path("StreamViewType").asString())
                .isEqualTo("KEYS_ONLY");
        for (var region : List.of(IRELAND, OHIO)) {
            assertThat(refusal(region, "UpdateTable", end))
                    .isEqualTo(
                            "ValidationException: One or more parameter values were invalid: Disabling Stream is not allowed for a Global Table replica.");
        }
        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        assertThat(described(IRELAND).propertyNames())
                .doesNotContain(
                        "GlobalTableVersion", "Replicas", "GlobalTableSettingsReplicationMode");
        call(IRELAND, "UpdateTable", end);
    }

    @Test
    void a_replica_begins_with_the_items_that_there_are_also_in_its_indexes() {
        create(
                """
                'BillingMode': 'PAY_PER_REQUEST',
                'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}, {'AttributeName': 'name', 'AttributeType': 'S'}],
                'GlobalSecondaryIndexes': [{'IndexName': 'by-name', 'Projection': {'ProjectionType': 'ALL'},
                    'KeySchema': [{'AttributeName': 'name', 'KeyType': 'HASH'}]}]
                """);
        put(IRELAND, "1", "Rex");

        replicate(IRELAND, OHIO);

        assertThat(get(OHIO, "1")).isEqualTo("Rex");
        assertThat(
                        call(OHIO, "Scan", "{'TableName': 'Pets', 'IndexName': 'by-name'}")
                                .path("Count")
                                .asInt())
                .isEqualTo(1);
        assertThat(
                        described(IRELAND)
                                .path("Replicas")
                                .path(0)
                                .path("GlobalSecondaryIndexes")
                                .path(0)
                                .propertyNames())
                .containsExactly("IndexName", "WarmThroughput");
    }

    @Test
    void a_write_reaches_the_others_a_second_later_from_whichever_replica() {
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);

        put(OHIO, "1", "Rex");
        pass(Duration.ofMillis(999));
        assertThat(get(IRELAND, "1")).isEmpty();
        pass(Duration.ofMillis(1));

        assertThat(get(IRELAND, "1")).isEqualTo("Rex");
        assertThat(get(TOKYO, "1")).isEqualTo("Rex");
        delete(TOKYO, "1");
        pass(Duration.ofSeconds(1));
        assertThat(get(IRELAND, "1")).isEmpty();
        assertThat(records(OHIO))
                .extracting(record -> record.path("eventName").asString())
                .containsExactly("INSERT", "REMOVE");
    }

    @Test
    void the_last_writer_wins_everywhere() {
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);

        put(IRELAND, "1", "first");
        pass(Duration.ofMillis(500));
        put(OHIO, "1", "last");
        pass(Duration.ofMillis(600));
        assertThat(get(OHIO, "1")).isEqualTo("last");
        assertThat(get(TOKYO, "1")).isEqualTo("first");
        pass(Duration.ofSeconds(1));

        for (var region : List.of(IRELAND, OHIO, TOKYO)) {
            assertThat(get(region, "1")).as(region).isEqualTo("last");
        }
    }

    @Test
    void transactions_and_batches_replicate_too_and_what_changes_nothing_does_not() {
        create();
        replicate(IRELAND, OHIO);
        call(
                IRELAND,
                "TransactWriteItems",
                "{'TransactItems': [{'Put': {'TableName': 'Pets', 'Item': {'id': {'S': 'a'}, 'name': {'S': 'A'}}}}]}");
        call(
                IRELAND,
                "BatchWriteItem",
                "{'RequestItems': {'Pets': [{'PutRequest': {'Item': {'id': {'S': 'b'}, 'name': {'S': 'B'}}}}]}}");
        put(IRELAND, "b", "B");
        pass(Duration.ofSeconds(1));

        assertThat(get(OHIO, "a") + get(OHIO, "b")).isEqualTo("AB");
        assertThat(records(OHIO)).hasSize(2);
    }

    /// Source: [DynamoDB Streams and time to
    /// live](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html)
    @Test
    void what_expires_is_deleted_by_the_service_in_one_region_and_replicated_to_the_others() {
        create();
        replicate(IRELAND, OHIO);
        call(
                OHIO,
                "UpdateTimeToLive",
                "{'TableName': 'Pets', 'TimeToLiveSpecification': {'Enabled': true, 'AttributeName': 'until'}}");
        assertThat(
                        call(IRELAND, "DescribeTimeToLive", "{'TableName': 'Pets'}")
                                .path("TimeToLiveDescription")
                                .path("TimeToLiveStatus")
                                .asString())
                .isEqualTo("ENABLED");
        long until = account.sandbox().clock().now().plusSeconds(10).getEpochSecond();
        call(
                OHIO,
                "PutItem",
                "{'TableName': 'Pets', 'Item': {'id': {'S': '1'}, 'until': {'N': '"
                        + until
                        + "'}}}");

        pass(Duration.ofHours(1));

        assertThat(records(IRELAND).getLast().path("userIdentity").path("Type").asString())
                .isEqualTo("Service");
        assertThat(records(OHIO).getLast().path("eventName").asString()).isEqualTo("REMOVE");
        assertThat(records(OHIO).getLast().has("userIdentity")).isFalse();
    }

    @Test
    void settings_are_shared_but_for_labels_protection_and_policies() {
        create("'BillingMode': 'PAY_PER_REQUEST', 'Tags': [{'Key': 'team', 'Value': 'pets'}]");
        replicate(IRELAND, OHIO);

        call(
                OHIO,
                "UpdateTable",
                """
                {'TableName': 'Pets', 'AttributeDefinitions': [{'AttributeName': 'name', 'AttributeType': 'S'}],
                 'GlobalSecondaryIndexUpdates': [{'Create': {'IndexName': 'by-name', 'Projection': {'ProjectionType': 'ALL'},
                     'KeySchema': [{'AttributeName': 'name', 'KeyType': 'HASH'}]}}]}
                """);
        call(
                IRELAND,
                "UpdateTable",
                """
                {'TableName': 'Pets', 'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 6},
                 'GlobalSecondaryIndexUpdates': [{'Update': {'IndexName': 'by-name', 'ProvisionedThroughput': {'ReadCapacityUnits': 3, 'WriteCapacityUnits': 4}}}]}
                """);
        call(IRELAND, "UpdateTable", "{'TableName': 'Pets', 'DeletionProtectionEnabled': true}");

        var there = described(OHIO);
        assertThat(there.path("ProvisionedThroughput").path("WriteCapacityUnits").asInt())
                .isEqualTo(6);
        assertThat(
                        described(IRELAND)
                                .path("GlobalSecondaryIndexes")
                                .path(0)
                                .path("ProvisionedThroughput")
                                .path("ReadCapacityUnits")
                                .asInt())
                .isEqualTo(3);
        assertThat(there.path("DeletionProtectionEnabled").asBoolean()).isFalse();
        assertThat(
                        call(
                                        OHIO,
                                        "ListTagsOfResource",
                                        "{'ResourceArn': 'arn:aws:dynamodb:us-east-2:123456789012:table/Pets'}")
                                .path("Tags")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void a_replica_can_read_more_or_less_than_the_others() {
        create();
        replicate(IRELAND, OHIO);
        call(
                IRELAND,
                "UpdateTable",
                "{'TableName': 'Pets', 'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 6}}");
        var update =
                "{'Update': {'RegionName': 'us-east-2', 'ProvisionedThroughputOverride': {'ReadCapacityUnits': %d}, 'TableClassOverride': 'STANDARD_INFREQUENT_ACCESS'}}";

        var answer =
                call(IRELAND, "UpdateTable", replicas(update.formatted(9)))
                        .path("TableDescription");

        assertThat(answer.path("Replicas").path(0).has("ProvisionedThroughputOverride")).isFalse();
        var replica = described(IRELAND).path("Replicas").path(0);
        assertThat(replica.path("ProvisionedThroughputOverride"))
                .isEqualTo(Account.json("{\"ReadCapacityUnits\": 9}"));
        assertThat(replica.path("ReplicaTableClassSummary").path("TableClass").asString())
                .isEqualTo("STANDARD_INFREQUENT_ACCESS");
        assertThat(described(OHIO).path("ProvisionedThroughput").path("ReadCapacityUnits").asInt())
                .isEqualTo(9);
        call(IRELAND, "UpdateTable", replicas(update.formatted(5)));
        assertThat(described(IRELAND).path("Replicas").path(0).has("ProvisionedThroughputOverride"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'Create': {'RegionName': 'us-east-2'}} | Failed to create a the new replica of table with name: \u2018Pets\u2019 because one or more replicas already existed as tables.
                    {'Create': {'RegionName': 'eu-west-1'}} | Cannot add or delete the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.
                    {'Delete': {'RegionName': 'eu-west-1'}} | Cannot add or delete the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required.
                    {} | There are no actions specified in the Replica Update Action of the request.
                    {'Update': {'RegionName': 'us-east-2'}} | There are no actions specified in the Replica Update Action of the request.
                    {'Create': {'RegionName': 'sa-east-1'}, 'Delete': {'RegionName': 'us-east-2'}} | Update table operation with more than one type of replica actions not allowed.
                    {'Create': {'RegionName': 'sa-east-1'}}, {'Create': {'RegionName': 'us-east-1'}} | Update table operation with more than one create or delete replica actions not allowed
                    {'Delete': {'RegionName': 'ca-central-1'}} | Update global table operation failed because one or more replicas were not part of the global table. Please retry the request without these replicas: [ca-central-1].
                    {'Update': {'RegionName': 'ca-central-1', 'TableClassOverride': 'STANDARD'}} | Update global table operation failed because one or more replicas were not part of the global table. Please retry the request without these replicas: [ca-central-1].
                    {'Update': {'RegionName': 'us-east-2', 'ProvisionedThroughputOverride': {'ReadCapacityUnits': 4}}} | Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST
                    {'Update': {'RegionName': 'us-east-2', 'KMSMasterKeyId': 'alias/aws/dynamodb'}} | One or more parameter values were invalid: KMSMasterKeyId must be specified for each replica.
                    """)
    void refuses_replicas_that_cannot_be(String updates, String message) {
        create();
        replicate(IRELAND, OHIO);

        assertThat(refusal(IRELAND, "UpdateTable", replicas(updates)))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void refuses_regions_that_it_does_not_know_and_other_changes_beside() {
        create();

        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'us-fake-1'}}")))
                .startsWith(
                        "ValidationException: Region us-fake-1 is not supported. The latest version of global tables are only supported in the following regions: [ap-south-2, ap-south-1, eu-south-1, eu-south-2, me-ce");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                "{'TableName': 'Pets', 'DeletionProtectionEnabled': true, 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}]}"))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Replica modification must be the only operation in the request");
    }

    @Test
    void a_table_whose_capacity_is_provisioned_would_need_auto_scaling() {
        create("'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1}");

        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(
                        "ValidationException: Table write capacity should either be Pay-Per-Request or AutoScaled.");
    }

    @Test
    void the_keys_of_all_replicas_are_of_one_kind() {
        create(
                "'BillingMode': 'PAY_PER_REQUEST', 'SSESpecification': {'Enabled': true, 'SSEType': 'KMS', 'KMSMasterKeyId': 'abc'}");
        var create = "{'Create': {'RegionName': 'us-east-2'%s}}";

        assertThat(refusal(IRELAND, "UpdateTable", replicas(create.formatted(""))))
                .endsWith("KMSMasterKeyId must be specified for each replica.");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas(
                                        create.formatted(
                                                ", 'KMSMasterKeyId': 'alias/aws/dynamodb'"))))
                .endsWith(
                        "All replica keys must either be Customer Managed CMK or AWS Managed CMK.");
        call(IRELAND, "UpdateTable", replicas(create.formatted(", 'KMSMasterKeyId': 'def'")));
        assertThat(described(IRELAND).path("Replicas").path(0).path("KMSMasterKeyId").asString())
                .isEqualTo("arn:aws:kms:us-east-2:123456789012:key/def");
    }

    @Test
    void a_source_stays_for_a_day_for_the_sake_of_what_was_added_from_it() {
        create();
        replicate(IRELAND, OHIO);
        replicate(OHIO, TOKYO);
        var message =
                "ValidationException: Replica cannot be deleted because it has acted as a source region for new replica(s) being added to the table in the last 24 hours.";

        assertThat(refusal(IRELAND, "DeleteTable", "{'TableName': 'Pets'}")).isEqualTo(message);
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(message);
        pass(Duration.ofDays(1));
        call(IRELAND, "DeleteTable", "{'TableName': 'Pets'}");

        assertThat(described(OHIO).path("Replicas").size()).isEqualTo(1);
        put(TOKYO, "1", "Rex");
        pass(Duration.ofSeconds(1));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");
    }

    @Test
    void a_replica_that_is_deleted_leaves_the_others_and_can_be_added_again() {
        create();
        replicate(IRELAND, OHIO);
        put(OHIO, "1", "Rex");

        var answer =
                call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"))
                        .path("TableDescription");

        assertThat(answer.path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("ACTIVE");
        assertThat(refusal(OHIO, "DescribeTable", "{'TableName': 'Pets'}"))
                .startsWith("ResourceNotFoundException");
        assertThat(described(IRELAND).path("StreamSpecification").path("StreamEnabled").asBoolean())
                .isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(get(IRELAND, "1")).isEqualTo("Rex");
        replicate(IRELAND, OHIO);
        assertThat(get(OHIO, "1")).isEqualTo("Rex");
        call(OHIO, "DeleteTable", "{'TableName': 'Pets'}");
        call(IRELAND, "DeleteTable", "{'TableName': 'Pets'}");
    }

    @Test
    void a_protected_replica_is_not_deleted() {
        create();
        replicate(IRELAND, OHIO);
        call(OHIO, "UpdateTable", "{'TableName': 'Pets', 'DeletionProtectionEnabled': true}");
        var message =
                "ValidationException: Cannot delete table Pets in region us-east-2 because it has deletion protection enabled. Disable deletion protection first.";

        assertThat(refusal(OHIO, "DeleteTable", "{'TableName': 'Pets'}")).isEqualTo(message);
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")))
                .isEqualTo(message);
    }

    @Test
    void takes_its_time_where_tables_do() {
        account.sandbox()
                .storage()
                .transition(() ->
                        new Tables(account.sandbox().storage())
                                .delayChanges(Duration.ofSeconds(20)));
        create();
        pass(Duration.ofSeconds(20));
        put(IRELAND, "1", "before");
        replicate(IRELAND, OHIO);

        assertThat(described(IRELAND).path("TableStatus").asString()).isEqualTo("UPDATING");
        assertThat(described(IRELAND).path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("CREATING");
        assertThat(described(OHIO).path("TableStatus").asString()).isEqualTo("CREATING");
        put(IRELAND, "2", "meanwhile");
        assertThat(
                        refusal(
                                IRELAND,
                                "UpdateTable",
                                replicas("{'Create': {'RegionName': 'sa-east-1'}}")))
                .isEqualTo(
                        "ResourceInUseException: The resource which you are attempting to change is in use.");
        assertThat(refusal(OHIO, "DeleteTable", "{'TableName': 'Pets'}"))
                .isEqualTo(
                        "ResourceInUseException: Attempt to change a resource which is still in use: Table: Pets is being used.");
        assertThat(refusal(OHIO, "GetItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '1'}}}"))
                .startsWith("ResourceNotFoundException");
        pass(Duration.ofSeconds(20));
        assertThat(get(OHIO, "1") + get(OHIO, "2")).isEqualTo("beforemeanwhile");

        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        assertThat(described(IRELAND).path("Replicas").path(0).path("ReplicaStatus").asString())
                .isEqualTo("DELETING");
        pass(Duration.ofSeconds(20));
        assertThat(described(IRELAND).has("Replicas")).isFalse();
    }

    @Test
    void a_rewind_takes_back_replicas_and_what_was_on_its_way() {
        create();
        var before = account.sandbox().checkpoint();
        replicate(IRELAND, OHIO);
        put(IRELAND, "1", "Rex");
        var onItsWay = account.sandbox().checkpoint();
        pass(Duration.ofSeconds(2));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");

        account.sandbox().rewind(onItsWay);
        assertThat(get(OHIO, "1")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");

        account.sandbox().rewind(before);
        assertThat(described(IRELAND).has("Replicas")).isFalse();
        put(IRELAND, "2", "Tom");
        pass(Duration.ofSeconds(2));
        assertThat(refusal(OHIO, "DescribeTable", "{'TableName': 'Pets'}"))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void the_service_gets_its_role_and_keeps_it_while_it_needs_it() {
        create();
        replicate(IRELAND, OHIO);
        var name = "{\"RoleName\": \"AWSServiceRoleForDynamoDBReplication\"}";
        var role = account.call("iam", "GetRole", name).path("Role");
        assertThat(role.path("Path").asString())
                .isEqualTo("/aws-service-role/replication.dynamodb.amazonaws.com/");

        var task = account.call("iam", "DeleteServiceLinkedRole", name).path("DeletionTaskId");

        var status =
                account.call(
                        "iam",
                        "GetServiceLinkedRoleDeletionStatus",
                        "{\"DeletionTaskId\": " + task + "}");
        assertThat(status.path("Status").asString()).isEqualTo("FAILED");
        assertThat(status.path("Reason").path("RoleUsageList"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"Region": "eu-west-1", "Resources": ["arn:aws:dynamodb:eu-west-1:123456789012:table/Pets"]},
                                 {"Region": "us-east-2", "Resources": ["arn:aws:dynamodb:us-east-2:123456789012:table/Pets"]}]
                                """));
        call(IRELAND, "UpdateTable", replicas("{'Delete': {'RegionName': 'us-east-2'}}"));
        described(IRELAND);
        account.call("iam", "DeleteServiceLinkedRole", name);
        assertThat(account.refusal("iam", "GetRole", name)).startsWith("NoSuchEntity");
    }

    /// Whatever is written where and when, all replicas come to hold what was written last.
    @RepeatedTest(10)
    void all_replicas_come_to_hold_the_same(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);
        var regions = List.of(IRELAND, OHIO, TOKYO);
        var last = new HashMap<String, String>();

        for (int write = 0; write < 60; write++) {
            var region = regions.get(random.nextInt(3));
            var id = "" + random.nextInt(4);
            if (random.nextInt(4) == 0) {
                // A delete of what is not there, or not there yet, writes nothing.
                boolean isThere = !get(region, id).isEmpty();
                delete(region, id);
                if (isThere) {
                    last.put(id, "");
                }
            } else {
                put(region, id, "w" + write);
                last.put(id, "w" + write);
            }
            pass(Duration.ofMillis(random.nextInt(4) * 300));
        }
        pass(Duration.ofSeconds(1));

        for (var region : regions) {
            for (var id : last.keySet()) {
                assertThat(get(region, id)).as("%s in %s", id, region).isEqualTo(last.get(id));
            }
        }
    }

    @Test
    void whoever_adds_or_deletes_a_replica_is_asked_what_they_may_in_its_region() {
        create();
        var anna = account.user("anna", "dynamodb:UpdateTable");
        var add = replicas("{'Create': {'RegionName': 'us-east-2'}}").replace('\'', '"');

        assertThat(account.refusalOf(anna, "UpdateTable", add))
                .startsWith(
                        "AccessDeniedException: User: arn:aws:iam::123456789012:user/anna is not authorized to perform: dynamodb:CreateTable on resource: arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
        account.user("anna", "dynamodb:*");
        assertThat(account.refusalOf(anna, "UpdateTable", add))
                .contains(
                        "not authorized to perform: iam:CreateServiceLinkedRole on resource: arn:aws:iam::123456789012:role/aws-service-role/replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication");
        replicate(IRELAND, OHIO);
        account.user("anna", "dynamodb:UpdateTable", "dynamodb:DeleteTable");
        assertThat(
                        account.refusalOf(
                                anna,
                                "UpdateTable",
                                replicas("{'Delete': {'RegionName': 'us-east-2'}}")
                                        .replace('\'', '"')))
                .contains(
                        "not authorized to perform: dynamodb:DeleteTableReplica on resource: arn:aws:dynamodb:us-east-2:123456789012:table/Pets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    CreateGlobalTable           | , 'ReplicationGroup': [{'RegionName': 'eu-west-1'}]             | ValidationException: One or more parameter values were invalid: DynamoDB global tables version 2017.11.29 is not supported. We recommend using DynamoDB global tables version 2019.11.21, instead of version 2017.11.29 (Legacy).
                    UpdateGlobalTable           | , 'ReplicaUpdates': [{'Create': {'RegionName': 'sa-east-1'}}]   | ValidationException: One or more parameter values were invalid: DynamoDB global tables version 2017.11.29 is not supported. We recommend using DynamoDB global tables version 2019.11.21, instead of version 2017.11.29 (Legacy).
                    UpdateGlobalTable           | , 'ReplicaUpdates': [{'Delete': {'RegionName': 'us-east-2'}}]   | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    UpdateGlobalTable           | , 'ReplicaUpdates': []                                          | ValidationException: One or more parameter values were invalid
                    DescribeGlobalTable         |                                                                 | GlobalTableNotFoundException: Global table not found: Global table with name: 'Pets' does not exist.
                    DescribeGlobalTableSettings |                                                                 | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    UpdateGlobalTableSettings   | , 'GlobalTableBillingMode': 'PAY_PER_REQUEST'                   | GlobalTableNotFoundException: Global table with name: 'Pets' does not exist.
                    """)
    void there_are_none_of_the_version_of_2017(String operation, String more, String message) {
        create();
        replicate(IRELAND, OHIO);

        assertThat(
                        refusal(
                                IRELAND,
                                operation,
                                "{'GlobalTableName': 'Pets'" + (more == null ? "" : more) + "}"))
                .isEqualTo(message);
        assertThat(call(OHIO, "ListGlobalTables", "{'Limit': 1}"))
                .isEqualTo(Account.json("{\"GlobalTables\": []}"));
    }
}
