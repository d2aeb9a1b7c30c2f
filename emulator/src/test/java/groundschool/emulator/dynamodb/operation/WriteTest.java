package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What PutItem, UpdateItem, DeleteItem and BatchWriteItem have in common: keys, conditions,
/// indexes, capacity.
class WriteTest {

    private static final String KEY = "{\"pk\": {\"S\": \"a\"}, \"sk\": {\"N\": \"1\"}}";

    private final Account account = new Account();

    @BeforeEach
    void create_a_table_with_an_index() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Things",
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"},
                               {"AttributeName": "sk", "KeyType": "RANGE"}],
                 "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"},
                                          {"AttributeName": "sk", "AttributeType": "N"},
                                          {"AttributeName": "gsi1pk", "AttributeType": "S"}],
                 "GlobalSecondaryIndexes": [
                     {"IndexName": "gsi1", "KeySchema": [{"AttributeName": "gsi1pk", "KeyType": "HASH"}],
                      "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["shown"]}}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"sk": {"N": "1"}}                                  | One or more parameter values were invalid: Missing the key pk in the item
                    {"pk": {"N": "1"}, "sk": {"N": "1"}}                | One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N
                    {"pk": {"S": ""}, "sk": {"N": "1"}}                 | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk
                    {"pk": {"S": "a"}, "sk": {"N": "1"}, "gsi1pk": {"N": "1"}} | One or more parameter values were invalid: Type mismatch for Index Key gsi1pk Expected: S Actual: N IndexName: gsi1
                    {"pk": {"S": "a"}, "sk": {"N": "1"}, "gsi1pk": {"S": ""}}  | One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi1, IndexKey: gsi1pk
                    """)
    void refuses_to_put_what_does_not_fit_the_keys(String item, String message) {
        assertThat(
                        account.refusal(
                                "PutItem", "{\"TableName\": \"Things\", \"Item\": " + item + "}"))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void measures_keys_and_items() {
        assertThat(put("\"pk\": {\"S\": \"" + "x".repeat(2049) + "\"}, \"sk\": {\"N\": \"1\"}"))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Size of"
                                + " hashkey has exceeded the maximum size limit of2048 bytes");
        assertThat(put("\"pk\": {\"S\": \"a\"}, \"big\": {\"S\": \"" + "x".repeat(409_600) + "\"}"))
                .isEqualTo("ValidationException: Item size has exceeded the maximum allowed size");
    }

    /// Source: dynamodb-conformance, `itemSizeBySurface`: at a short key an update is refused up to
    /// 19 bytes below the limit, because a clause costs more than the key that it does not write.
    @Test
    void measures_updates_by_what_they_write() {
        var update =
                """
                {"TableName": "Things", "Key": {"pk": {"S": "a"}, "sk": {"N": "1"}},
                 "UpdateExpression": "SET b = :pad", "ExpressionAttributeValues": {":pad": {"S": "%s"}}}
                """;

        account.call("UpdateItem", update.formatted("x".repeat(409_600 - 22 - 1)));

        assertThat(account.refusal("UpdateItem", update.formatted("x".repeat(409_600 - 22))))
                .isEqualTo(
                        "ValidationException: Item size to update has exceeded the maximum allowed"
                                + " size");
    }

    /// Source: dynamodb-conformance, captured in us-east-1 in August 2026
    @Test
    void batches_name_a_table_at_least() {
        for (var operation : new String[] {"BatchGetItem", "BatchWriteItem"}) {
            assertThat(account.refusal(operation, "{\"RequestItems\": {}}"))
                    .isEqualTo(
                            "ValidationException: The requestItems parameter is required for "
                                    + operation);
        }
    }

    private String put(String attributes) {
        return account.refusal(
                "PutItem", "{\"TableName\": \"Things\", \"Item\": {" + attributes + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"pk": {"S": "a"}}
                    {"pk": {"S": "a"}, "sk": {"S": "1"}}
                    {"pk": {"S": "a"}, "sk": {"N": "1"}, "more": {"N": "1"}}
                    """)
    void asks_for_exactly_the_key(String key) {
        for (var operation : new String[] {"GetItem", "DeleteItem", "UpdateItem"}) {
            assertThat(
                            account.refusal(
                                    operation, "{\"TableName\": \"Things\", \"Key\": " + key + "}"))
                    .isEqualTo(
                            "ValidationException: The provided key element does not match the"
                                    + " schema");
        }
    }

    /// Recorded by LocalStack: `test_batch_write_not_matching_schema`.
    @Test
    void says_less_about_keys_in_a_batch() {
        assertThat(
                        account.refusal(
                                "BatchWriteItem",
                                """
                                {"RequestItems": {"Things": [{"PutRequest": {"Item": {"nonKey": {"S": "hello"}}}}]}}
                                """))
                .isEqualTo(
                        "ValidationException: The provided key element does not match the schema");
    }

    @Test
    void does_not_find_a_table_that_is_not_there() {
        for (var operation : new String[] {"GetItem", "DeleteItem", "UpdateItem"}) {
            assertThat(
                            account.refusal(
                                    operation, "{\"TableName\": \"Other\", \"Key\": " + KEY + "}"))
                    .isEqualTo("ResourceNotFoundException: Requested resource not found");
        }
    }

    /// Recorded by LocalStack: `test_return_values_on_conditions_check_failure`.
    @Test
    void shows_the_item_when_a_condition_does_not_hold_and_charges_for_it() {
        update("SET n = :v", "");

        Assertions.assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() ->
                        account.call(
                                "DeleteItem",
                                """
                                {"TableName": "Things", "Key": %s, "ConditionExpression": "n > :v",
                                 "ExpressionAttributeValues": {":v": {"N": "5"}},
                                 "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
                                """
                                        .formatted(KEY)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("ConditionalCheckFailedException");
                    assertThat(refusal.message()).isEqualTo("The conditional request failed");
                    assertThat(refusal.members().get("Item"))
                            .hasToString(
                                    "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"},\"n\":{\"N\":\"5\"}}");
                });
        assertThat(account.lastEntry().usage().values()).containsExactly(1.0);
    }

    @Test
    void updates_add_the_item_unless_they_only_remove() {
        update("SET n = :v", ", \"ReturnValues\": \"ALL_NEW\"");

        assertThat(get(KEY).path("Item").path("n")).isEqualTo(Account.json("{\"N\": \"5\"}"));
        var other = KEY.replace("\"1\"", "\"2\"");
        account.call(
                "UpdateItem",
                "{\"TableName\": \"Things\", \"Key\": %s, \"UpdateExpression\": \"REMOVE n\"}"
                        .formatted(other));
        assertThat(get(other).has("Item")).isFalse();
    }

    @Test
    void updates_answer_what_return_values_asks_for() {
        update("SET n = :v, m = :v", "");

        assertThat(
                        update("SET n = n + :v", ", \"ReturnValues\": \"UPDATED_OLD\"")
                                .path("Attributes"))
                .isEqualTo(Account.json("{\"n\": {\"N\": \"5\"}}"));
        assertThat(
                        update("SET n = n + :v", ", \"ReturnValues\": \"UPDATED_NEW\"")
                                .path("Attributes"))
                .isEqualTo(Account.json("{\"n\": {\"N\": \"15\"}}"));
    }

    @Test
    void updates_leave_the_key_alone() {
        assertThat(
                        account.refusal(
                                "UpdateItem",
                                """
                                {"TableName": "Things", "Key": %s, "UpdateExpression": "SET sk = :v",
                                 "ExpressionAttributeValues": {":v": {"N": "5"}}}
                                """
                                        .formatted(KEY)))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Cannot"
                                + " update attribute sk. This attribute is part of the key");
    }

    /// The units are those that dynoxide recorded from the service, as V1, V2, S1 to S7.
    @ParameterizedTest
    @CsvSource({
        "none,  0,    g,    1,    1", // an entry that is new
        "g,     1,    g,    1,    0", // an entry that stays the same
        "g,     3000, g,    1,    3", // the larger of the two
        "g,     1,    g,    3000, 3",
        "g,     1500, h,    1500, 4", // another key: one entry goes, one comes
        "g,     3000, h,    1,    4",
        "g,     3000, none, 0,    3", // an entry that goes
    })
    void charges_an_index_for_the_change_to_what_it_shows(
            String before, int sizeBefore, String after, int sizeAfter, double units) {
        account.call("PutItem", thing(before, sizeBefore));

        var answer = account.call("PutItem", thing(after, sizeAfter));

        assertThat(
                        answer.path("ConsumedCapacity")
                                .path("GlobalSecondaryIndexes")
                                .path("gsi1")
                                .path("CapacityUnits")
                                .asDouble(0))
                .isEqualTo(units);
        assertThat(
                        account.call("Scan", "{\"TableName\": \"Things\", \"IndexName\": \"gsi1\"}")
                                .path("Count")
                                .asInt())
                .isEqualTo(after.equals("none") ? 0 : 1);
    }

    private static String thing(String indexed, int size) {
        return """
        {"TableName": "Things", "ReturnConsumedCapacity": "INDEXES",
         "Item": {"pk": {"S": "a"}, "sk": {"N": "1"}, "other": {"S": "%s"}%s}}
        """
                .formatted(
                        indexed + size,
                        indexed.equals("none")
                                ? ""
                                : ", \"gsi1pk\": {\"S\": \"%s\"}, \"shown\": {\"S\": \"%s\"}"
                                        .formatted(indexed, "x".repeat(size)));
    }

    @Test
    void batches_write_and_read_items_of_several_keys_and_add_up_capacity() {
        var written =
                account.call(
                        "BatchWriteItem",
                        """
                        {"ReturnConsumedCapacity": "TOTAL", "RequestItems": {"Things": [
                            {"PutRequest": {"Item": {"pk": {"S": "a"}, "sk": {"N": "1"}}}},
                            {"PutRequest": {"Item": {"pk": {"S": "a"}, "sk": {"N": "2"}}}},
                            {"DeleteRequest": {"Key": {"pk": {"S": "a"}, "sk": {"N": "3"}}}}]}}
                        """);
        var read =
                account.call(
                        "BatchGetItem",
                        """
                        {"ReturnConsumedCapacity": "TOTAL", "RequestItems": {"Things": {"Keys": [
                            {"pk": {"S": "a"}, "sk": {"N": "2"}}, {"pk": {"S": "a"}, "sk": {"N": "3"}}]}}}
                        """);

        assertThat(written)
                .isEqualTo(
                        Account.json(
                                """
                                {"UnprocessedItems": {}, "ConsumedCapacity": [{"TableName": "Things", "CapacityUnits": 3.0}]}
                                """));
        assertThat(read)
                .isEqualTo(
                        Account.json(
                                """
                                {"Responses": {"Things": [{"pk": {"S": "a"}, "sk": {"N": "2"}}]}, "UnprocessedKeys": {},
                                 "ConsumedCapacity": [{"TableName": "Things", "CapacityUnits": 1.0}]}
                                """));
    }

    @Test
    void batches_name_no_item_twice() {
        assertThat(
                        account.refusal(
                                "BatchGetItem",
                                "{\"RequestItems\": {\"Things\": {\"Keys\": [%s, %s]}}}"
                                        .formatted(KEY, KEY.replace("\"1\"", "\"1.0\""))))
                .isEqualTo("ValidationException: Provided list of item keys contains duplicates");
        assertThat(
                        account.refusal(
                                "BatchWriteItem",
                                """
                                {"RequestItems": {"Things": [{"PutRequest": {"Item": %s}}, {"DeleteRequest": {"Key": %s}}]}}
                                """
                                        .formatted(KEY, KEY)))
                .isEqualTo("ValidationException: Provided list of item keys contains duplicates");
    }

    private JsonNode update(String expression, String more) {
        return account.call(
                "UpdateItem",
                """
                {"TableName": "Things", "Key": %s, "UpdateExpression": "%s",
                 "ExpressionAttributeValues": {":v": {"N": "5"}}%s}
                """
                        .formatted(KEY, expression, more));
    }

    private JsonNode get(String key) {
        return account.call("GetItem", "{\"TableName\": \"Things\", \"Key\": " + key + "}");
    }
}
