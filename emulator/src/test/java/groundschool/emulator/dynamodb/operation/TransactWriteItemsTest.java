package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.SdkAccount.item;
import static groundschool.emulator.dynamodb.operation.SdkAccount.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The answers that are compared are those that dynamodb-conformance recorded from the service.
class TransactWriteItemsTest {

    private final SdkAccount account = new SdkAccount();

    @BeforeEach
    void create_two_tables() {
        account.createTable("Orders");
        account.createTable("Stock");
    }

    @AfterEach
    void close() {
        account.close();
    }

    private TransactWriteItemsResponse write(TransactWriteItem... actions) {
        return account.dynamoDb.transactWriteItems(request -> request.transactItems(actions));
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    private static TransactWriteItem putNew(String id) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName("Orders")
                                .item(item(id, "note", "new"))
                                .conditionExpression("attribute_not_exists(id)")
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem update(String id, String expression, AttributeValue value) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName("Orders")
                                .key(key(id))
                                .updateExpression(expression)
                                .expressionAttributeValues(Map.of(":v", value)))
                .build();
    }

    private static TransactWriteItem delete(String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName("Orders").key(key(id)))
                .build();
    }

    private static TransactWriteItem check(String table, String id, String condition) {
        return TransactWriteItem.builder()
                .conditionCheck(
                        check -> check.tableName(table).key(key(id)).conditionExpression(condition))
                .build();
    }

    private String refusal(TransactWriteItem... actions) {
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> write(actions));
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }

    private List<CancellationReason> reasons(TransactWriteItem... actions) {
        return catchThrowableOfType(TransactionCanceledException.class, () -> write(actions))
                .cancellationReasons();
    }

    @Nested
    class Serialization {

        private final Account json = new Account();

        @AfterEach
        void close() {
            json.close();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {"TransactItems": "abc"}                 | Unexpected field type
                        {"TransactItems": ["abc"]}               | Unexpected value type in payload
                        {"TransactItems": [{"Put": "abc"}]}      | Unexpected field type
                        {"TransactItems": [{"Put": {"Item": 1}}]} | Unexpected field type
                        {"TransactItems": [{"Update": {"UpdateExpression": 1}}]} | NUMBER_VALUE cannot be converted to String
                        {"ClientRequestToken": []}               | Unrecognized collection type class java.lang.String
                        """)
        void refuses_other_types(String input, String message) {
            assertThat(json.refusal("TransactWriteItems", input))
                    .isEqualTo("SerializationException: " + message);
        }
    }

    @Nested
    class Validation {

        private final Account json = new Account();

        @AfterEach
        void close() {
            json.close();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {"TransactItems": []}   | 1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1
                        {}                      | 1 validation error detected: Value null at 'transactItems' failed to satisfy constraint: Member must not be null
                        {"TransactItems": [{}]} | Invalid Request: TransactWriteRequest should contain Delete or Put or Update request
                        {"TransactItems": [{"Delete": {"TableName": "abc", "Key": {"a": {"S": "a"}}}, "Put": {"TableName": "abc", "Item": {"a": {"S": "a"}}}}]} | TransactItems can only contain one of Check, Put, Update or Delete
                        {"TransactItems": [{"Put": {"TableName": "abc", "Item": {"a": {}}}}]} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                        {"TransactItems": [{"Put": {"TableName": "abc", "Item": {"a": {}}, "ExpressionAttributeNames": {}}}]} | ExpressionAttributeNames can only be specified when using expressions
                        {"TransactItems": [{"Put": {"TableName": "abc", "Item": {}, "ConditionExpression": ""}}]} | Invalid ConditionExpression: The expression can not be empty;
                        {"TransactItems": [{"Update": {"TableName": "abc", "Key": {}, "UpdateExpression": "", "ConditionExpression": ""}}]} | Invalid UpdateExpression: The expression can not be empty;
                        {"TransactItems": [{"ConditionCheck": {"TableName": "abc", "Key": {}, "ConditionExpression": "a = :a"}}]} | Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :a
                        """)
        void refuses_what_the_request_alone_shows_to_be_wrong(String input, String message) {
            assertThat(json.refusal("TransactWriteItems", input))
                    .isEqualTo("ValidationException: " + message);
        }

        @Test
        void takes_a_hundred_actions_and_no_more() {
            write(actions(100));

            assertThat(refusal(actions(101)))
                    .startsWith("ValidationException: 1 validation error detected: Value '[")
                    .endsWith(
                            "]' at 'transactItems' failed to satisfy constraint: Member must have"
                                    + " length less than or equal to 100");
        }

        private static TransactWriteItem[] actions(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> put("Orders", key("o-" + i)))
                    .toArray(TransactWriteItem[]::new);
        }

        @Test
        void refuses_two_actions_on_one_item() {
            assertThat(refusal(put("Orders", key("1")), delete("1")))
                    .isEqualTo(
                            "ValidationException: Transaction request cannot include multiple"
                                    + " operations on one item");
            write(put("Orders", key("1")), put("Stock", key("1")));
        }

        @Test
        void refuses_a_table_that_is_not_there() {
            assertThatThrownBy(() -> write(put("Orders", key("1")), put("Nowhere", key("1"))))
                    .isInstanceOfSatisfying(
                            ResourceNotFoundException.class,
                            refusal ->
                                    assertThat(refusal.awsErrorDetails().errorMessage())
                                            .isEqualTo("Requested resource not found"));
        }

        @Test
        void tells_empty_keys_of_the_whole_request_and_other_keys_as_reasons() {
            var number = Map.of("id", AttributeValue.fromN("5"));

            assertThat(refusal(put("Orders", key(""))))
                    .isEqualTo(
                            "ValidationException: One or more parameter values are not valid. The"
                                    + " AttributeValue for a key attribute cannot contain an empty"
                                    + " string value. Key: id");
            assertThat(refusal(delete(""))).startsWith("ValidationException: One or more");
            assertThat(refusal(put("Orders", number)))
                    .isEqualTo(
                            "TransactionCanceledException: Transaction cancelled, please refer"
                                    + " cancellation reasons for specific reasons [ValidationError]");
            assertThat(reasons(put("Orders", number)))
                    .extracting(CancellationReason::message)
                    .containsExactly(
                            "One or more parameter values were invalid: Type mismatch for key id"
                                    + " expected: S actual: N");
            assertThat(
                            reasons(
                                    TransactWriteItem.builder()
                                            .delete(d -> d.tableName("Orders").key(number))
                                            .build()))
                    .extracting(CancellationReason::message)
                    .containsExactly("The provided key element does not match the schema");
        }

        @Test
        void measures_puts_before_and_updates_within_the_transaction() {
            var big = AttributeValue.fromS("x".repeat(409_600));

            assertThat(refusal(put("Orders", Map.of("id", key("1").get("id"), "p", big))))
                    .isEqualTo(
                            "ValidationException: Item size has exceeded the maximum allowed size");
            assertThat(reasons(update("1", "SET p = :v", big)))
                    .extracting(CancellationReason::code, CancellationReason::message)
                    .containsExactly(
                            tuple(
                                    "ValidationError",
                                    "Item size to update has exceeded the maximum allowed size"));
        }

        @Test
        void measures_an_update_by_its_item_alone() {
            int ofKeyAndName = "id".length() + "K".length() + "b".length();
            var rest = AttributeValue.fromS("x".repeat(409_600 - ofKeyAndName));

            write(update("K", "SET b = :v", rest));

            assertThat(account.get("Orders", "K")).containsKey("b");
        }

        @Test
        void takes_no_more_than_four_megabytes() {
            var actions =
                    IntStream.range(0, 12)
                            .mapToObj(i -> put("Orders", item("o-" + i, "p", "x".repeat(350_000))))
                            .toArray(TransactWriteItem[]::new);

            assertThat(refusal(actions)).startsWith("ValidationException");
            assertThat(account.get("Orders", "o-0")).isEmpty();
        }
    }

    @Nested
    class Function {

        @Test
        void puts_updates_deletes_and_checks_together() {
            account.put("Orders", item("2", "note", "before"));
            account.put("Orders", item("3", "note", "to delete"));
            account.put("Stock", key("flour"));

            write(
                    put("Orders", item("1", "note", "created")),
                    update("2", "SET note = :v", AttributeValue.fromS("after")),
                    delete("3"),
                    check("Stock", "flour", "attribute_exists(id)"));

            assertThat(account.get("Orders", "1")).isEqualTo(item("1", "note", "created"));
            assertThat(account.get("Orders", "2")).isEqualTo(item("2", "note", "after"));
            assertThat(account.get("Orders", "3")).isEmpty();
            assertThat(account.get("Stock", "flour")).isEqualTo(key("flour"));
        }

        @Test
        void does_nothing_if_one_condition_fails_and_says_which() {
            account.put("Orders", item("2", "note", "old"));

            var reasons = reasons(putNew("1"), putNew("2"), delete("3"));

            assertThat(reasons)
                    .extracting(CancellationReason::code)
                    .containsExactly("None", "ConditionalCheckFailed", "None");
            assertThat(reasons)
                    .extracting(CancellationReason::message)
                    .containsExactly(null, "The conditional request failed", null);
            assertThat(reasons.get(1).item()).isEqualTo(item("2", "note", "old"));
            assertThat(reasons.getFirst().hasItem()).isFalse();
            assertThat(account.get("Orders", "1")).isEmpty();
            assertThat(refusal(check("Stock", "flour", "attribute_exists(id)"), putNew("2")))
                    .isEqualTo(
                            "TransactionCanceledException: Transaction cancelled, please refer"
                                    + " cancellation reasons for specific reasons"
                                    + " [ConditionalCheckFailed, ConditionalCheckFailed]");
        }

        @Test
        void tells_what_an_update_could_not_do_as_a_reason() {
            assertThat(
                            reasons(
                                    update("1", "SET note = note + :v", AttributeValue.fromN("1")),
                                    put("Stock", key("flour"))))
                    .extracting(CancellationReason::code, CancellationReason::message)
                    .containsExactly(
                            tuple(
                                    "ValidationError",
                                    "The provided expression refers to an attribute that does not"
                                            + " exist in the item"),
                            tuple("None", null));
        }

        @Test
        void takes_two_units_for_each_kilobyte() {
            var answer =
                    account.dynamoDb.transactWriteItems(request ->
                            request.transactItems(
                                            put("Orders", key("1")),
                                            put("Orders", item("2", "p", "x".repeat(1500))),
                                            put("Stock", key("1")))
                                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));

            assertThat(answer.consumedCapacity())
                    .extracting(taken ->
                            List.of(
                                    taken.tableName(),
                                    taken.capacityUnits(),
                                    taken.writeCapacityUnits(),
                                    taken.table().writeCapacityUnits()))
                    .containsExactly(
                            List.of("Orders", 6.0, 6.0, 6.0), List.of("Stock", 2.0, 2.0, 2.0));
            assertThat(account.sandbox().ledger().entries().getLast().usage())
                    .containsEntry(
                            "WriteCapacityUnits"
                                    + " arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
                            6.0);
        }

        @Test
        void asks_iam_for_each_kind_of_action_on_each_table() {
            write(put("Orders", key("1")), put("Orders", key("2")), put("Stock", key("1")));

            assertThat(account.sandbox().ledger().entries().getLast().resources())
                    .containsExactly(
                            "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders",
                            "arn:aws:dynamodb:eu-west-1:123456789012:table/Stock");
        }

        @Test
        void names_tables_by_arn_too() {
            write(put("arn:aws:dynamodb:eu-west-1:123456789012:table/Orders", key("1")));

            assertThat(account.get("Orders", "1")).isEqualTo(key("1"));
        }
    }

    @Nested
    class Idempotency {

        private final TransactWriteItem addOne =
                update("1", "ADD pieces :v", AttributeValue.fromN("1"));

        private TransactWriteItemsResponse write(String token, TransactWriteItem... actions) {
            return account.dynamoDb.transactWriteItems(request ->
                    request.transactItems(actions)
                            .clientRequestToken(token)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        }

        private void assertPieces(int count) {
            assertThat(account.get("Orders", "1"))
                    .containsEntry("pieces", AttributeValue.fromN(Integer.toString(count)));
        }

        @Test
        void does_a_request_once_that_comes_twice_with_a_token() {
            var first = write("token", addOne);
            var second = write("token", addOne);

            assertPieces(1);
            assertThat(first.consumedCapacity().getFirst().writeCapacityUnits()).isEqualTo(2.0);
            assertThat(second.consumedCapacity().getFirst().readCapacityUnits()).isEqualTo(2.0);
            assertThat(second.consumedCapacity().getFirst().writeCapacityUnits()).isNull();
        }

        @Test
        void refuses_another_request_with_the_token() {
            write("token", addOne);

            assertThatThrownBy(() -> write("token", addOne, delete("2")))
                    .isInstanceOf(IdempotentParameterMismatchException.class);
        }

        @Test
        void forgets_a_token_after_ten_minutes() {
            account.sandbox().clock().freeze();
            write("token", addOne);
            account.sandbox().clock().advance(Duration.ofMinutes(10).minusMillis(1));
            write("token", addOne);

            account.sandbox().clock().advance(Duration.ofMillis(1));
            write("token", addOne);

            assertPieces(2);
        }

        @Test
        void forgets_a_token_whose_request_was_refused() {
            assertThatThrownBy(
                            () -> write("token", check("Stock", "flour", "attribute_exists(id)")))
                    .isInstanceOf(TransactionCanceledException.class);

            write("token", addOne);

            assertPieces(1);
        }
    }
}
