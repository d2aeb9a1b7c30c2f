package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Global tables whose reads are strongly consistent across Regions. What is compared is what was
/// recorded from the service in October 2026 (`ack-api-quirks`, DDB-TABLE-202, 257, 258 and 260).
class StrongGlobalTablesTest {

    private static final String IRELAND = "eu-west-1";
    private static final String PARIS = "eu-west-3";
    private static final String TWO =
            "'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}, {'Create': {'RegionName': 'eu-west-3'}}]";
    private static final String WITH_WITNESS =
            "'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-3'}}], 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-2'}}]";

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    private JsonNode call(String region, String operation, String input) {
        return account.callIn(region, "dynamodb", operation, input.replace('\'', '"'));
    }

    private void create(String more) {
        call(
                IRELAND,
                "CreateTable",
                """
                {'TableName': 'Pets', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}, {'AttributeName': 'n', 'KeyType': 'RANGE'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}, {'AttributeName': 'n', 'AttributeType': 'N'}],
                 'BillingMode': 'PAY_PER_REQUEST'%s}
                """
                        .formatted(more));
    }

    private JsonNode update(String change) {
        return call(IRELAND, "UpdateTable", "{'TableName': 'Pets', " + change + "}")
                .path("TableDescription");
    }

    private String refusal(String change) {
        return account.refusalIn(
                IRELAND,
                "UpdateTable",
                ("{'TableName': 'Pets', " + change + "}").replace('\'', '"'));
    }

    private JsonNode described(String region) {
        return call(region, "DescribeTable", "{'TableName': 'Pets'}").path("Table");
    }

    private int count(String region) {
        return call(region, "Scan", "{'TableName': 'Pets', 'ConsistentRead': true}")
                .path("Count")
                .asInt(-1);
    }

    private static String put(int number) {
        return "{'TableName': 'Pets', 'Item': {'id': {'S': 'a'}, 'n': {'N': '" + number + "'}}}";
    }

    @Test
    void a_write_is_everywhere_when_it_is_answered() {
        account.sandbox().clock().freeze();
        create("");
        var answer = update(TWO);
        assertThat(answer.path("MultiRegionConsistency").asString()).isEqualTo("STRONG");
        assertThat(answer.path("Replicas").isEmpty()).isTrue();

        call(PARIS, "PutItem", put(1));

        for (var region : new String[] {IRELAND, "eu-west-2", PARIS}) {
            assertThat(count(region)).as(region).isOne();
            assertThat(described(region).path("MultiRegionConsistency").asString())
                    .isEqualTo("STRONG");
            assertThat(described(region).path("Replicas").size()).isEqualTo(2);
            assertThat(described(region).has("StreamSpecification")).isFalse();
        }
        assertThat(
                        account.refusalIn(
                                IRELAND,
                                "PutItem",
                                put(1).replace('\'', '"')
                                        .replaceFirst(
                                                "\\{",
                                                "{\"ConditionExpression\": \"attribute_not_exists(id)\", ")))
                .startsWith("ConditionalCheckFailedException");
        account.sandbox().clock().advance(Duration.ofSeconds(5));
        assertThat(count(IRELAND)).isOne();
    }

    @Test
    void a_witness_is_a_region_without_a_table() {
        create("");
        update(WITH_WITNESS);

        assertThat(described(PARIS).path("GlobalTableWitnesses"))
                .isEqualTo(
                        Account.json(
                                "[{\"RegionName\": \"eu-west-2\", \"WitnessStatus\": \"ACTIVE\"}]"));
        assertThat(account.refusalIn("eu-west-2", "DescribeTable", "{\"TableName\": \"Pets\"}"))
                .startsWith("ResourceNotFoundException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}] | Unsupported replica count for global tables with MultiRegionConsistency set to STRONG.
                    'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}], 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-3'}}] | MultiRegionConsistency must be set as STRONG when GlobalTableWitnessUpdates parameter is present.
                    'MultiRegionConsistency': 'EVENTUAL', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}], 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-3'}}] | MultiRegionConsistency must be set as STRONG when GlobalTableWitnessUpdates parameter is present.
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}], 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-2'}}] | Cannot target multiple regions with the same action
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}], 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-1'}}] | Cannot add a witness in the same region as an existing replica when creating a global table with MultiRegionConsistency set to STRONG.
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-west-1'}}, {'Create': {'RegionName': 'eu-west-3'}}] | Unsupported Region(s) specified for global tables with MultiRegionConsistency set to STRONG: [us-west-1].
                    'MultiRegionConsistency': 'STRONG', 'DeletionProtectionEnabled': true, 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}] | Requests that modify replicas or witnesses must not also modify other fields
                    """)
    void refuses_what_cannot_be_made(String change, String message) {
        create("");

        assertThat(refusal(change)).isEqualTo("ValidationException: " + message);
    }

    @Test
    void consistency_alone_is_no_change() {
        create("");

        assertThat(refusal("'MultiRegionConsistency': 'STRONG'"))
                .startsWith("ValidationException: At least one of ProvisionedThroughput");
        assertThat(
                        refusal(
                                "'MultiRegionConsistency': 'STRONG', 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-2'}}]"))
                .startsWith("ValidationException: At least one of ProvisionedThroughput");
        update(
                "'MultiRegionConsistency': 'EVENTUAL', 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-2'}}]");
        assertThat(described(IRELAND).has("MultiRegionConsistency")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-1'}}] | Cannot add replicas to a global table with strong MultiRegionConsistency
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-1'}}] | Unsupported replica count for global tables with MultiRegionConsistency set to STRONG.
                    'MultiRegionConsistency': 'EVENTUAL', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-1'}}] | MultiRegionConsistency parameter is unsupported on existing global table
                    'MultiRegionConsistency': 'STRONG', 'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}] | Only Replica Create actions are supported when MultiRegionConsistency parameter is provided.
                    'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}] | Update table delete operation does not include all witnesses.
                    'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}], 'GlobalTableWitnessUpdates': [{'Delete': {'RegionName': 'us-east-1'}}] | Update global table operation failed because one or more witnesses were not part of the global table. Please retry the request without these witnesses: [us-east-1].
                    """)
    void is_frozen_until_it_goes_as_a_whole(String change, String message) {
        create("");
        update(WITH_WITNESS);
        var together =
                "ValidationException: Deletion of only one table replica is not supported for global tables with MultiRegionConsistency set to STRONG.";

        assertThat(refusal(change)).isEqualTo("ValidationException: " + message);
        assertThat(account.refusalIn(IRELAND, "DeleteTable", "{\"TableName\": \"Pets\"}"))
                .isEqualTo(together);
        update(
                "'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}], 'GlobalTableWitnessUpdates': [{'Delete': {'RegionName': 'eu-west-2'}}]");
        assertThat(described(IRELAND).propertyNames())
                .doesNotContain("Replicas", "MultiRegionConsistency", "GlobalTableWitnesses");
        update(TWO);
        assertThat(refusal("'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}]"))
                .isEqualTo(together);
        update(
                "'ReplicaUpdates': [{'Delete': {'RegionName': 'eu-west-3'}}, {'Delete': {'RegionName': 'eu-west-2'}}]");
        call(IRELAND, "DeleteTable", "{'TableName': 'Pets'}");
    }

    @Test
    void has_no_time_to_live_no_transactions_and_begins_empty_without_local_indexes() {
        create("");
        call(IRELAND, "PutItem", put(1));
        assertThat(refusal(TWO)).endsWith("do not support a table that has items");
        call(
                IRELAND,
                "DeleteItem",
                "{'TableName': 'Pets', 'Key': {'id': {'S': 'a'}, 'n': {'N': '1'}}}");
        update(TWO);

        assertThat(
                        account.refusalIn(
                                PARIS,
                                "TransactWriteItems",
                                "{\"TransactItems\": [{\"Put\": "
                                        + put(1).replace('\'', '"')
                                        + "}]}"))
                .endsWith("do not support transactions");
        assertThat(
                        account.refusalIn(
                                PARIS,
                                "UpdateTimeToLive",
                                "{\"TableName\": \"Pets\", \"TimeToLiveSpecification\": {\"Enabled\": true, \"AttributeName\": \"until\"}}"))
                .endsWith("do not support time to live");
    }
}
