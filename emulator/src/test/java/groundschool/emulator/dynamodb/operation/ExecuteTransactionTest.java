package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.StatementTable.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class ExecuteTransactionTest {

    private static final String MISMATCH = "The provided key element does not match the schema";

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    private String refusal(String... statements) {
        var refusal = table.refusedTransaction(statements);
        return refusal.code() + ": " + refusal.message();
    }

    private List<JsonNode> reasons(String... statements) {
        var refusal = table.refusedTransaction(statements);
        assertThat(refusal.code()).isEqualTo("TransactionCanceledException");
        return ((JsonNode) refusal.members().getOrDefault("CancellationReasons", ""))
                .valueStream()
                .toList();
    }

    private List<String> codes(String... statements) {
        return reasons(statements).stream()
                .map(reason -> reason.get("Code").stringValue())
                .toList();
    }

    @Nested
    class Serialization {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {"TransactStatements": "abc"}   | Unexpected field type
                        {"TransactStatements": ["abc"]} | Unexpected value type in payload
                        """)
        void is_refused_for_json_of_another_type(String input, String message) {
            assertThat(table.account().refusal("ExecuteTransaction", input))
                    .isEqualTo("SerializationException: " + message);
        }
    }

    @Nested
    class Validation {

        @Test
        void takes_1_to_100_statements() {
            assertThat(
                            table.account()
                                    .refusal("ExecuteTransaction", "{\"TransactStatements\": []}"))
                    .endsWith(
                            "at 'transactStatements' failed to satisfy constraint: Member must have length greater than or equal to 1");
            var many =
                    IntStream.rangeClosed(0, 100)
                            .mapToObj(i -> "{\"Statement\": \"x\"}")
                            .collect(Collectors.joining(","));
            assertThat(
                            table.account()
                                    .refusal(
                                            "ExecuteTransaction",
                                            "{\"TransactStatements\": [" + many + "]}"))
                    .endsWith("Member must have length less than or equal to 100");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        SELECT * FROM Tab WHERE                                       | Statement wasn't well formed, can't be processed: Unexpected term
                        UPDATE Tab SET d = 'v' WHERE pk = 'x' RETURNING ALL NEW *     | RETURNING clause is not supported in ExecuteTransaction.
                        SELECT * FROM "Tab"."idx" WHERE g = 'x'                       | Reads on indices are not supported within transactions.
                        SELECT * FROM Tab WHERE pk='k' AND sk='1' AND flag='right'    | Select statements within ExecuteTransaction must specify the primary key in the where clause.
                        SELECT * FROM Tab WHERE pk='k' AND sk='1' AND pk='reads'      | Select statements within ExecuteTransaction must specify the primary key in the where clause.
                        SELECT * FROM Tab WHERE pk='k'                                | Select statements within ExecuteTransaction must specify the primary key in the where clause.
                        SELECT * FROM Tab WHERE pk IN ['r', 'r'] AND sk='1'           | Overlapping conditions with range keys are not supported in where clause
                        UPDATE Tab SET n = n + [1] WHERE pk='a' AND sk='1'            | Incorrect operand type for operator or function; operator or function: +, operand type: L
                        INSERT INTO Tab VALUE {'pk':'b','sk':'1','x':[<<'a','a'>>]}   | One or more parameter values were invalid: Input collection [a, a] contains duplicates.
                        EXISTS(SELECT * FROM Tab WHERE pk = 'x1' AND sk = '1')        | EXISTS() must contain a single item read with additional condition
                        EXISTS(SELECT * FROM Tab WHERE pk IN ['r'] AND sk='1' AND f='1') | EXISTS() must contain a single item read with additional condition
                        """)
        void tells_the_place_of_a_statement_that_is_wrong_in_itself(
                String statement, String message) {
            assertThat(refusal(statement))
                    .isEqualTo(
                            "ValidationException: Validation failed in TransactStatements[0]: "
                                    + message);
        }

        @Test
        void reads_or_writes_but_not_both() {
            assertThat(
                            refusal(
                                    "SELECT * FROM Tab WHERE pk = 'x' AND sk = '1'",
                                    "UPDATE Tab SET a=1 WHERE pk = 'x' AND sk = '1'"))
                    .isEqualTo(
                            "ValidationException: ExecuteTransaction API does not support both read and write operations in the same request.");
        }

        @Test
        void does_not_know_a_parameter_whatever_its_statement_is() {
            var update = "UPDATE Tab SET y = ? WHERE pk='p' AND sk='1'";
            var refusal =
                    catchThrowableOfType(
                            AwsException.class,
                            () ->
                                    table.transactWith(
                                            "",
                                            member(
                                                    update,
                                                    ", \"Parameters\": [{\"SS\": [\"a\", \"a\"]}]")));

            assertThat(refusal.message())
                    .isEqualTo(
                            "One or more parameter values were invalid: Input collection [a, a] contains duplicates.");
        }
    }

    @Nested
    class Reading {

        @Test
        void shows_the_items_in_the_order_of_the_statements() {
            table.put("a", ", \"x\": {\"S\": \"y\"}");

            var answer =
                    table.transact(
                            "SELECT x FROM Tab WHERE sk='1' AND pk='a'",
                            "SELECT * FROM Tab WHERE pk IN ['b'] AND sk='1'",
                            "SELECT * FROM Tab WHERE (sk='2') AND pk='a' AND pk='a'");

            assertThat(answer)
                    .isEqualTo(
                            Account.json(
                                    "{\"Responses\": [{\"Item\": {\"x\": {\"S\": \"y\"}}}, {}, {}]}"));
        }

        @Test
        void reads_no_item_twice_but_tells_what_is_wrong_first() {
            var select = "SELECT * FROM Tab WHERE pk='r' AND sk='1'";

            assertThat(refusal(select, "SELECT a FROM Tab WHERE sk='1' AND pk='r'"))
                    .isEqualTo(
                            "ValidationException: Transaction request cannot include multiple operations on one item");
            assertThat(refusal(select, select, "SELECT * FROM Tab WHERE pk=1 AND sk='1'"))
                    .isEqualTo(
                            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons [None, None, ValidationError]");
        }

        @Test
        void is_cancelled_by_a_table_that_is_not_there() {
            var select = "SELECT * FROM Tab WHERE pk='m' AND sk='1'";

            var reasons =
                    reasons(select, "SELECT * FROM \"absent\".\"idx\" WHERE pk='x' AND sk='1'");

            assertThat(reasons)
                    .containsExactly(
                            Account.json("{\"Code\": \"None\"}"),
                            Account.json(
                                    "{\"Code\": \"ResourceNotFound\", \"Message\": \"Requested resource not found\"}"));
            assertThat(
                            refusal(
                                    "SELECT * FROM absent WHERE pk='x' AND sk='1'",
                                    "SELECT * FROM Tab.idx WHERE pk='x' AND sk='1'"))
                    .isEqualTo(
                            "ValidationException: Validation failed in TransactStatements[1]: Reads on indices are not supported within transactions.");
        }
    }

    @Nested
    class Writing {

        @Test
        void does_all_of_it() {
            table.put("b", ", \"free\": {\"S\": \"x\"}");
            table.put("c", "");
            table.put("d", "");

            var answer =
                    table.transact(
                            "INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}",
                            "UPDATE Tab SET won = 1 WHERE pk='b' AND sk='1' AND free = 'x'",
                            "DELETE FROM Tab WHERE pk='c' AND sk='1'",
                            "EXISTS(SELECT * FROM Tab WHERE pk='d' AND sk='1' AND nope IS MISSING)");

            assertThat(answer).isEqualTo(Account.json("{\"Responses\": []}"));
            assertThat(table.get("a").isMissingNode()).isFalse();
            assertThat(table.get("b").at("/won/N").stringValue()).isEqualTo("1");
            assertThat(table.get("c").isMissingNode()).isTrue();
        }

        @Test
        void does_nothing_if_one_cannot_be_done() {
            table.put("a", ", \"v\": {\"S\": \"old\"}");

            assertThat(
                            reasons(
                                    "INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}",
                                    "INSERT INTO Tab VALUE {'pk': 'b', 'sk': '1'}",
                                    "UPDATE Tab SET x = 1 WHERE pk='c' AND sk='1'",
                                    "EXISTS(SELECT * FROM Tab WHERE pk='d' AND sk='1' AND v = 'new')"))
                    .containsExactly(
                            Account.json(
                                    "{\"Code\": \"DuplicateItem\", \"Message\": \"Duplicate primary key exists in table\"}"),
                            Account.json("{\"Code\": \"None\"}"),
                            Account.json(
                                    "{\"Code\": \"ConditionalCheckFailed\", \"Message\": \"The conditional request failed\"}"),
                            Account.json(
                                    "{\"Code\": \"ConditionalCheckFailed\", \"Message\": \"The conditional request failed\"}"));
            assertThat(table.get("b").isMissingNode()).isTrue();
        }

        @Test
        void is_cancelled_by_writes_that_do_not_name_one_item() {
            var update = "UPDATE Tab SET a=1 WHERE ";

            var reasons =
                    reasons(
                            update + "pk='keys'",
                            update + "pk IN ['keys'] AND sk='1'",
                            update + "pk='keys' AND sk='1' AND pk='other'",
                            update + "pk='keys' AND sk=1",
                            update + "pk='keys' AND sk='1'");

            assertThat(reasons)
                    .extracting(reason -> reason.get("Code").stringValue())
                    .containsExactly(
                            "ValidationError",
                            "ValidationError",
                            "ValidationError",
                            "ValidationError",
                            "None");
            assertThat(reasons.getFirst().get("Message").stringValue()).isEqualTo(MISMATCH);
            assertThat(reasons.get(3).get("Message").stringValue()).isEqualTo(MISMATCH);
            assertThat(
                            reasons(
                                    "INSERT INTO Tab VALUE {'pk':'keys-insert'}",
                                    "DELETE FROM Tab WHERE sk='1'"))
                    .extracting(reason -> reason.get("Message").stringValue())
                    .containsExactly(
                            "One or more parameter values were invalid: Missing the key sk in the item",
                            MISMATCH);
        }

        @Test
        void is_cancelled_by_tables_that_are_not_there() {
            assertThat(
                            codes(
                                    "UPDATE absent SET a=1 WHERE pk='x' AND sk='1' RETURNING ALL NEW *",
                                    "DELETE FROM absent WHERE pk='x' AND sk='1'"))
                    .containsExactly("ResourceNotFound", "ResourceNotFound");
            assertThat(
                            refusal(
                                    "UPDATE absent SET a=1 WHERE pk='x' AND sk='1'",
                                    "UPDATE Tab SET a=1 WHERE pk='m' AND sk='1' RETURNING ALL NEW *"))
                    .isEqualTo(
                            "ValidationException: Validation failed in TransactStatements[1]: RETURNING clause is not supported in ExecuteTransaction.");
        }

        @Test
        void reads_the_first_of_several_keys_in_exists() {
            table.put("a", ", \"flag\": {\"S\": \"right\"}");
            table.put("b", ", \"flag\": {\"S\": \"right\"}");

            assertThat(
                            codes(
                                    "EXISTS(SELECT * FROM Tab WHERE pk='a' AND sk='1' AND pk='b' AND flag='right')",
                                    "UPDATE Tab SET b=1 WHERE pk='b' AND sk='1'"))
                    .containsExactly("ConditionalCheckFailed", "None");
        }

        @Test
        void shows_the_item_whose_condition_failed_if_asked() {
            table.put("a", ", \"v\": {\"S\": \"old\"}");
            var update = "UPDATE Tab SET v = 'new' WHERE pk='a' AND sk='1' AND v = 'other'";
            var refusal =
                    catchThrowableOfType(
                            AwsException.class,
                            () ->
                                    table.transactWith(
                                            "",
                                            member(
                                                    update,
                                                    ", \"ReturnValuesOnConditionCheckFailure\": \"ALL_OLD\"")));

            assertThat(refusal.members().toString()).contains("\"v\":{\"S\":\"old\"}");
        }

        @Test
        void is_done_once_for_a_token() {
            table.put("a", ", \"n\": {\"N\": \"0\"}");
            var token = ", \"ClientRequestToken\": \"once\", \"ReturnConsumedCapacity\": \"TOTAL\"";
            var members = member("UPDATE Tab SET n = n + 1 WHERE pk='a' AND sk='1'", "");

            var first = table.transactWith(token, members);
            var second = table.transactWith(token, members);

            assertThat(table.get("a").at("/n/N").stringValue()).isEqualTo("1");
            assertThat(first.at("/ConsumedCapacity/0/WriteCapacityUnits").doubleValue())
                    .isEqualTo(2);
            assertThat(second.at("/ConsumedCapacity/0/ReadCapacityUnits").doubleValue())
                    .isEqualTo(2);
            assertThat(
                            catchThrowableOfType(
                                            AwsException.class,
                                            () ->
                                                    table.transactWith(
                                                            token,
                                                            member(
                                                                    "DELETE FROM Tab WHERE pk='a' AND sk='1'",
                                                                    "")))
                                    .code())
                    .isEqualTo("IdempotentParameterMismatchException");
        }
    }
}
