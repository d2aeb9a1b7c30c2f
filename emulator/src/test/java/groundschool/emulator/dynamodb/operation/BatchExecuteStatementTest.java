package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.StatementTable.member;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class BatchExecuteStatementTest {

    private static final String BY_KEY =
            "Select statements within BatchExecuteStatement must specify the primary key in the where clause.";

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    @Nested
    class Validation {

        @Test
        void takes_1_to_25_statements() {
            assertThat(table.account().refusal("BatchExecuteStatement", "{\"Statements\": []}"))
                    .endsWith("Member must have length greater than or equal to 1");
            var many = "{\"Statement\": \"x\"},".repeat(25) + "{\"Statement\": \"x\"}";
            assertThat(
                            table.account()
                                    .refusal(
                                            "BatchExecuteStatement",
                                            "{\"Statements\": [" + many + "]}"))
                    .endsWith("Member must have length less than or equal to 25");
        }

        @Test
        void is_refused_as_a_whole_if_it_reads_and_writes() {
            assertThat(
                            table.account()
                                    .refusal(
                                            "BatchExecuteStatement",
                                            "{\"Statements\": [%s, %s]}"
                                                    .formatted(
                                                            member(
                                                                    "SELECT * FROM Tab WHERE pk='a' AND sk='1'",
                                                                    ""),
                                                            member(
                                                                    "DELETE FROM Tab WHERE pk='a' AND sk='1'",
                                                                    ""))))
                    .isEqualTo(
                            "ValidationException: BatchExecuteStatement API does not support both read and write operations in the same request.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        SLECT * FROM Tab                                     | ValidationError  | Statement wasn't well formed, can't be processed: Expected data manipulation
                        SELECT * FROM Tab WHERE                              | ValidationError  | Statement wasn't well formed, can't be processed: Unexpected term
                        SELECT * FROM absent WHERE pk = 'x'                  | ResourceNotFound | Requested resource not found
                        SELECT * FROM Tab WHERE pk = ? AND sk = '1'          | ValidationError  | Number of parameters in request and statement don't match.
                        DELETE FROM Tab WHERE pk = 'x' RETURNING MODIFIED OLD * | ValidationError | Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.
                        EXISTS(SELECT * FROM Tab WHERE pk='x' AND sk='1' AND a=1) | ValidationError | EXISTS can only be used in ExecuteTransaction write requests.
                        """)
        void tells_what_is_wrong_with_one_statement_in_its_place(
                String statement, String code, String message) {
            assertThat(table.batch(statement))
                    .isEqualTo(
                            Account.json(
                                    "{\"Responses\": [{\"Error\": {\"Code\": \"%s\", \"Message\": \"%s\"}}]}"
                                            .formatted(code, message)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SELECT * FROM Tab WHERE val = 'a'",
                    "SELECT * FROM Tab WHERE pk='a' AND sk='1' AND flag='one'",
                    "SELECT * FROM Tab WHERE pk='a' AND sk='1' AND pk='other'",
                    "SELECT * FROM Tab.idx WHERE g = 'x'",
                    "SELECT * FROM Tab.idx WHERE pk = 'p' AND sk = 's1' AND g = 'x'"
                })
        void reads_by_the_primary_key_only(String statement) {
            assertThat(table.batch(statement).at("/Responses/0/Error/Message").stringValue())
                    .isEqualTo(BY_KEY);
        }

        @Test
        void tells_what_is_wrong_with_a_parameter_in_its_place() {
            var update = "UPDATE Tab SET y = ? WHERE pk='p' AND sk='1'";

            assertThat(
                            table.batchWith("", member(update, ", \"Parameters\": [{\"SS\": []}]"))
                                    .at("/Responses/0/Error/Message")
                                    .stringValue())
                    .isEqualTo(
                            "One or more parameter values were invalid: An string set  may not be empty");
        }
    }

    @Nested
    class Functionality {

        @Test
        void reads_items() {
            table.put("a", ", \"v\": {\"S\": \"x\"}");

            assertThat(
                            table.batch(
                                    "SELECT v FROM Tab WHERE pk='a' AND sk='1'",
                                    "SELECT * FROM Tab WHERE pk IN ['b'] AND sk='1'",
                                    "SELECT * FROM Tab WHERE v='a'"))
                    .isEqualTo(
                            Account.json(
                                    """
                                    {"Responses": [
                                        {"TableName": "Tab", "Item": {"v": {"S": "x"}}},
                                        {"TableName": "Tab"},
                                        {"Error": {"Code": "ValidationError", "Message": "%s"}}]}
                                    """
                                            .formatted(BY_KEY)));
        }

        @Test
        void goes_on_after_what_cannot_be_done() {
            table.put("a", ", \"v\": {\"S\": \"x\"}");

            assertThat(
                            table.batch(
                                    "INSERT INTO Tab VALUE {'pk': 'a', 'sk': '1'}",
                                    "UPDATE Tab SET v = 'z' WHERE pk='a' AND sk='1' AND v = 'y'",
                                    "UPDATE Tab SET v = 'z' WHERE pk='a' AND sk='1' RETURNING MODIFIED OLD *",
                                    "UPDATE Tab REMOVE v WHERE pk='a' AND sk='1' RETURNING MODIFIED NEW *",
                                    "INSERT INTO Tab VALUE {'pk': 'b', 'sk': '1'}"))
                    .isEqualTo(
                            Account.json(
                                    """
                                    {"Responses": [
                                        {"TableName": "Tab", "Error": {"Code": "DuplicateItem", "Message": "Duplicate primary key exists in table"}},
                                        {"TableName": "Tab", "Error": {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}},
                                        {"TableName": "Tab", "Item": {"v": {"S": "x"}}},
                                        {"TableName": "Tab"},
                                        {"TableName": "Tab"}]}
                                    """));
            assertThat(table.get("b").isMissingNode()).isFalse();
        }

        @Test
        void rates_each_read_on_its_own_setting() {
            var select = "SELECT * FROM Tab WHERE pk='a' AND sk='1'";

            var answer =
                    table.batchWith(
                            ", \"ReturnConsumedCapacity\": \"TOTAL\"",
                            member(select, ", \"ConsistentRead\": true")
                                    + ","
                                    + member(select.replace("'a'", "'b'"), ""));

            assertThat(answer.at("/ConsumedCapacity/0/CapacityUnits").doubleValue()).isEqualTo(1.5);
        }
    }
}
