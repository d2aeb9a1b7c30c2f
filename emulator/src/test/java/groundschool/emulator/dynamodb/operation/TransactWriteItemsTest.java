package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.SdkAccount.item;
import static groundschool.emulator.dynamodb.operation.SdkAccount.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The answers that are compared are those that dynamodb-conformance recorded from the service.
class TransactWriteItemsTest extends TransactWriteItemsFixture {

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
