package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.SdkAccount.item;
import static groundschool.emulator.dynamodb.operation.SdkAccount.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What TransactWriteItems takes. The answers that are compared are those that dynamodb-conformance
/// recorded from the service.
class TransactWriteItemsInputTest extends TransactWriteItemsFixture {

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
}
