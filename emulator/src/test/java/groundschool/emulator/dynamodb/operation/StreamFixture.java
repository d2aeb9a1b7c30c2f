package groundschool.emulator.dynamodb.operation;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/// A table of people with a stream.
abstract class StreamFixture {

    final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    /// @return the stream's ARN
    String create(String viewType) {
        return account.call(
                        "CreateTable",
                        """
                        {"TableName": "People",
                         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                         "BillingMode": "PAY_PER_REQUEST",
                         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "%s"}}
                        """
                                .formatted(viewType))
                .path("TableDescription")
                .path("LatestStreamArn")
                .asString();
    }

    JsonNode call(String operation, String input) {
        return account.call("dynamodbstreams", operation, input.replace('\'', '"'));
    }

    String refusal(String operation, String input) {
        return account.refusal("dynamodbstreams", operation, input.replace('\'', '"'));
    }

    JsonNode described(String arn) {
        return call("DescribeStream", "{'StreamArn': '" + arn + "'}").path("StreamDescription");
    }

    String shard(String arn) {
        return described(arn).path("Shards").path(0).path("ShardId").asString();
    }

    static String at(String arn, String shard, String position) {
        return "{'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': %s}"
                .formatted(arn, shard, position);
    }

    String iterator(String arn, String position) {
        return call("GetShardIterator", at(arn, shard(arn), position))
                .path("ShardIterator")
                .asString();
    }

    JsonNode read(String iterator) {
        return call("GetRecords", "{'ShardIterator': '" + iterator + "'}");
    }

    List<JsonNode> records(String arn) {
        return read(iterator(arn, "'TRIM_HORIZON'")).path("Records").valueStream().toList();
    }

    void put(String id, String more) {
        account.call(
                "PutItem",
                "{\"TableName\": \"People\", \"Item\": {\"id\": {\"S\": \"%s\"}%s}}"
                        .formatted(id, more.replace('\'', '"')));
    }

    void delete(String id) {
        account.call(
                "DeleteItem",
                "{\"TableName\": \"People\", \"Key\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    void update(String change) {
        account.call(
                "UpdateTable", "{\"TableName\": \"People\", " + change.replace('\'', '"') + "}");
    }
}
