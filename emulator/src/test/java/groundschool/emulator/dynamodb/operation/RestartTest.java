package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is set about tables is there again when the emulator is.
class RestartTest {

    @TempDir Path data;

    private Optional<AccessKey> key = Optional.empty();

    /// The answer of an emulator that is started for this call alone.
    private JsonNode call(String service, String operation, String input) {
        return callIn("eu-west-1", service, operation, input);
    }

    private JsonNode callIn(String region, String service, String operation, String input) {
        return after((emulator, caller) ->
                Account.json(
                        emulator.perform(
                                        caller.in(region),
                                        service,
                                        operation,
                                        Account.json(input.replace('\'', '"')))
                                .toString()));
    }

    /// What is done after the emulator was started anew.
    private <R> R after(BiFunction<Emulator, Caller, R> action) {
        try (var emulator = new Emulator(Sandboxes.at(data, Durability.WRITE))) {
            var mine = key.orElseGet(() -> emulator.sandboxes().create("123456789012"));
            key = Optional.of(mine);
            var sandbox = emulator.sandboxes().open(mine.sandbox());
            return action.apply(emulator, new Caller(sandbox, mine.principal(), "eu-west-1"));
        }
    }

    @Test
    void what_was_on_its_way_to_another_region_arrives() {
        after((_, caller) -> {
            caller.sandbox().clock().freeze();
            return true;
        });
        call(
                "CreateTable",
                """
                {'TableName': 'Pets', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'BillingMode': 'PAY_PER_REQUEST'}
                """);
        call(
                "UpdateTable",
                "{'TableName': 'Pets', 'ReplicaUpdates': [{'Create': {'RegionName': 'us-east-2'}}]}");
        call("PutItem", "{'TableName': 'Pets', 'Item': {'id': {'S': '1'}}}");
        var scan = "{'TableName': 'Pets'}";

        assertThat(callIn("us-east-2", "dynamodb", "Scan", scan).path("Count").asInt()).isZero();
        after((_, caller) -> {
            caller.sandbox().clock().advance(Duration.ofSeconds(1));
            return true;
        });
        assertThat(callIn("us-east-2", "dynamodb", "Scan", scan).path("Count").asInt()).isOne();
        call("DeleteItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '1'}}}");
        // Nobody else calls, so that only the clock can bring it.
        var arrived =
                after((emulator, caller) -> {
                    emulator.perform(
                            caller,
                            "dynamodb",
                            "DescribeTable",
                            Account.json("{\"TableName\": \"Pets\"}"));
                    caller.sandbox().clock().advance(Duration.ofSeconds(1));
                    return emulator.perform(
                            caller.in("us-east-2"),
                            "dynamodb",
                            "Scan",
                            Account.json("{\"TableName\": \"Pets\"}"));
                });
        assertThat(arrived.path("Count").asInt(-1)).isZero();
    }

    private JsonNode call(String operation, String input) {
        return call("dynamodb", operation, input);
    }

    @Test
    void streams_backups_history_and_settings_are_there_again() {
        var table =
                call(
                                "CreateTable",
                                """
                                {'TableName': 'Orders', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                                 'ProvisionedThroughput': {'ReadCapacityUnits': 5, 'WriteCapacityUnits': 5},
                                 'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_AND_OLD_IMAGES'}}
                                """)
                        .path("TableDescription");
        call(
                "UpdateTable",
                "{'TableName': 'Orders', 'ProvisionedThroughput': {'ReadCapacityUnits': 4, 'WriteCapacityUnits': 4}}");
        call(
                "UpdateTimeToLive",
                "{'TableName': 'Orders', 'TimeToLiveSpecification': {'Enabled': true, 'AttributeName': 'expires'}}");
        call(
                "UpdateContinuousBackups",
                "{'TableName': 'Orders', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}");
        call(
                "TransactWriteItems",
                "{'ClientRequestToken': 'once', 'TransactItems': [{'Put': {'TableName': 'Orders', 'Item': {'id': {'S': '1'}, 'n': {'N': '1.5'}}}}]}");
        var backup =
                call("CreateBackup", "{'TableName': 'Orders', 'BackupName': 'nightly'}")
                        .path("BackupDetails")
                        .path("BackupArn")
                        .asString();
        call("PutItem", "{'TableName': 'Orders', 'Item': {'id': {'S': '1'}, 'n': {'N': '2'}}}");

        var described = call("DescribeTable", "{'TableName': 'Orders'}").path("Table");
        assertThat(described.path("ProvisionedThroughput").path("NumberOfDecreasesToday").asInt())
                .isEqualTo(1);
        call(
                "TransactWriteItems",
                "{'ClientRequestToken': 'once', 'TransactItems': [{'Put': {'TableName': 'Orders', 'Item': {'id': {'S': '1'}, 'n': {'N': '1.5'}}}}]}");
        call(
                "RestoreTableFromBackup",
                "{'TargetTableName': 'Copy', 'BackupArn': '" + backup + "'}");
        assertThat(number("Orders")).isEqualTo("2");
        assertThat(number("Copy")).isEqualTo("1.5");
        call(
                "RestoreTableToPointInTime",
                "{'SourceTableName': 'Orders', 'TargetTableName': 'Early', 'UseLatestRestorableTime': true}");
        assertThat(call("Scan", "{'TableName': 'Early'}").path("Count").asInt(-1)).isZero();

        var records = records(table.path("LatestStreamArn").asString()).path("Records");
        assertThat(records.size()).isEqualTo(2);
        assertThat(records.path(1).path("dynamodb").path("OldImage").path("n").path("N").asString())
                .isEqualTo("1.5");
    }

    private String number(String table) {
        return call("GetItem", "{'TableName': '" + table + "', 'Key': {'id': {'S': '1'}}}")
                .path("Item")
                .path("n")
                .path("N")
                .asString();
    }

    private JsonNode records(String arn) {
        var shard =
                streams("DescribeStream", "{'StreamArn': '" + arn + "'}")
                        .path("StreamDescription")
                        .path("Shards")
                        .path(0)
                        .path("ShardId")
                        .asString();
        var iterator =
                streams(
                                "GetShardIterator",
                                "{'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': 'TRIM_HORIZON'}"
                                        .formatted(arn, shard))
                        .path("ShardIterator")
                        .asString();
        return streams("GetRecords", "{'ShardIterator': '" + iterator + "'}");
    }

    private JsonNode streams(String operation, String input) {
        return call("dynamodbstreams", operation, input);
    }
}
