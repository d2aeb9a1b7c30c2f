package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.dynamodb.DynamoDb;
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
    void exports_and_imports_that_were_under_way_go_on() {
        after((_, caller) -> {
            caller.sandbox().clock().freeze();
            return true;
        });
        call(
                "s3",
                "CreateBucket",
                "{'Bucket': 'pets-and-more', 'CreateBucketConfiguration': {'LocationConstraint': 'eu-west-1'}}");
        call(
                "dynamodb",
                "CreateTable",
                """
                {'TableName': 'Pets', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'BillingMode': 'PAY_PER_REQUEST'}
                """);
        call(
                "dynamodb",
                "UpdateContinuousBackups",
                "{'TableName': 'Pets', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}");
        call("dynamodb", "PutItem", "{'TableName': 'Pets', 'Item': {'id': {'S': 'a'}}}");
        after((_, caller) -> {
            caller.sandbox()
                    .storage()
                    .transition(() ->
                            caller.sandbox()
                                    .state(new DynamoDb())
                                    .delayChanges(Duration.ofMinutes(5)));
            return true;
        });

        var exported =
                call(
                                "dynamodb",
                                "ExportTableToPointInTime",
                                "{'TableArn': 'arn:aws:dynamodb:eu-west-1:123456789012:table/Pets', 'S3Bucket': 'pets-and-more'}")
                        .at("/ExportDescription/ExportArn");
        call("dynamodb", "PutItem", "{'TableName': 'Pets', 'Item': {'id': {'S': 'later'}}}");
        pass(Duration.ofMinutes(5));
        var export =
                call("dynamodb", "DescribeExport", "{'ExportArn': " + exported + "}")
                        .path("ExportDescription");
        assertThat(export.path("ExportStatus").asString()).isEqualTo("COMPLETED");
        assertThat(export.path("ItemCount").asInt()).isEqualTo(1);

        var prefix =
                export.path("ExportManifest").asString().replace("manifest-summary.json", "data/");
        var imported =
                call(
                                "dynamodb",
                                "ImportTable",
                                """
                                {'S3BucketSource': {'S3Bucket': 'pets-and-more', 'S3KeyPrefix': '%s'},
                                 'InputFormat': 'DYNAMODB_JSON', 'InputCompressionType': 'GZIP',
                                 'TableCreationParameters': {'TableName': 'Again',
                                   'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                                   'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                                   'BillingMode': 'PAY_PER_REQUEST'}}
                                """
                                        .formatted(prefix))
                        .at("/ImportTableDescription/ImportArn");
        pass(Duration.ofMinutes(5));
        assertThat(
                        call("dynamodb", "DescribeImport", "{'ImportArn': " + imported + "}")
                                .at("/ImportTableDescription/ImportStatus")
                                .asString())
                .isEqualTo("COMPLETED");
        assertThat(call("dynamodb", "Scan", "{'TableName': 'Again'}").path("Count").asInt())
                .isEqualTo(1);
    }

    /// The time that passes in an emulator that was started anew, and asked something.
    private void pass(Duration time) {
        after((emulator, caller) -> {
            emulator.perform(caller, "dynamodb", "ListTables", Account.json("{}"));
            caller.sandbox().clock().advance(time);
            return true;
        });
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
    void strongly_consistent_replicas_stay_so() {
        call(
                "CreateTable",
                """
                {'TableName': 'Pets', 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
                 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}],
                 'BillingMode': 'PAY_PER_REQUEST'}
                """);
        call(
                "UpdateTable",
                """
                {'TableName': 'Pets', 'MultiRegionConsistency': 'STRONG',
                 'ReplicaUpdates': [{'Create': {'RegionName': 'eu-west-3'}}],
                 'GlobalTableWitnessUpdates': [{'Create': {'RegionName': 'eu-west-2'}}]}
                """);
        call("PutItem", "{'TableName': 'Pets', 'Item': {'id': {'S': '1'}}}");

        assertThat(
                        callIn("eu-west-3", "dynamodb", "Scan", "{'TableName': 'Pets'}")
                                .path("Count")
                                .asInt())
                .isOne();
        assertThat(
                        call("DescribeTable", "{'TableName': 'Pets'}")
                                .path("Table")
                                .path("GlobalTableWitnesses")
                                .path(0)
                                .path("RegionName")
                                .asString())
                .isEqualTo("eu-west-2");
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
