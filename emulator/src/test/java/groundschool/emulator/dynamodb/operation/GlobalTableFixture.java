package groundschool.emulator.dynamodb.operation;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// A table of pets that may be in several Regions, on a clock that stands until it is moved.
///
/// What is compared is what was recorded from the service in October 2026 for the controllers of
/// Kubernetes (`ack-api-quirks`).
abstract class GlobalTableFixture {

    static final String IRELAND = "eu-west-1";

    static final String OHIO = "us-east-2";

    static final String TOKYO = "ap-northeast-1";

    final Account account = new Account();

    @BeforeEach
    void freeze() {
        account.sandbox().clock().freeze();
    }

    @AfterEach
    void close() {
        account.close();
    }

    JsonNode call(String region, String operation, String input) {
        return account.callIn(region, "dynamodb", operation, input.replace('\'', '"'));
    }

    String refusal(String region, String operation, String input) {
        return account.refusalIn(region, operation, input.replace('\'', '"'));
    }

    void create(String more) {
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

    void create() {
        create("'BillingMode': 'PAY_PER_REQUEST'");
    }

    JsonNode replicate(String from, String to) {
        return call(from, "UpdateTable", replicas("{'Create': {'RegionName': '" + to + "'}}"))
                .path("TableDescription");
    }

    static String replicas(String updates) {
        return "{'TableName': 'Pets', 'ReplicaUpdates': [" + updates + "]}";
    }

    JsonNode described(String region) {
        return call(region, "DescribeTable", "{'TableName': 'Pets'}").path("Table");
    }

    void put(String region, String id, String name) {
        call(
                region,
                "PutItem",
                "{'TableName': 'Pets', 'Item': {'id': {'S': '%s'}, 'name': {'S': '%s'}}}"
                        .formatted(id, name));
    }

    void delete(String region, String id) {
        call(region, "DeleteItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '" + id + "'}}}");
    }

    /// The pet's name; empty if there is no such pet.
    String get(String region, String id) {
        return call(region, "GetItem", "{'TableName': 'Pets', 'Key': {'id': {'S': '" + id + "'}}}")
                .path("Item")
                .path("name")
                .path("S")
                .asString("");
    }

    void pass(Duration time) {
        account.sandbox().clock().advance(time);
    }

    List<JsonNode> records(String region) {
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
}
