package groundschool.emulator.dynamodb.operation;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// A table with an item, to be backed up.
abstract class BackupsFixture {

    final Account account = new Account();

    @BeforeEach
    void create_a_table() {
        account.sandbox().clock().freeze();
        account.call(
                "CreateTable",
                """
                {"TableName": "Orders",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                                          {"AttributeName": "customer", "AttributeType": "S"}],
                 "GlobalSecondaryIndexes": [{"IndexName": "by-customer", "Projection": {"ProjectionType": "ALL"},
                     "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"}]}],
                 "BillingMode": "PAY_PER_REQUEST", "Tags": [{"Key": "team", "Value": "shop"}]}
                """);
        put("1", "Ada");
    }

    @AfterEach
    void close() {
        account.close();
    }

    void put(String id, String customer) {
        account.call(
                "PutItem",
                """
                {"TableName": "Orders", "Item": {"id": {"S": "%s"}, "customer": {"S": "%s"}}}
                """
                        .formatted(id, customer));
    }

    void delete(String id) {
        account.call(
                "DeleteItem",
                "{\"TableName\": \"Orders\", \"Key\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    int count(String table) {
        return account.call("Scan", "{\"TableName\": \"" + table + "\"}").path("Count").asInt();
    }

    int countInIndex(String table) {
        return account.call(
                        "Scan",
                        "{\"TableName\": \"" + table + "\", \"IndexName\": \"by-customer\"}")
                .path("Count")
                .asInt();
    }

    JsonNode call(String operation, String input) {
        return account.call(operation, input.replace('\'', '"'));
    }

    String refusal(String operation, String input) {
        return account.refusal(operation, input.replace('\'', '"'));
    }

    void advance(Duration time) {
        account.sandbox().clock().advance(time);
    }
}
