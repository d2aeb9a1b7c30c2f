package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class ExecuteStatementTest {

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    @Nested
    class Serialization {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {"Statement": 23}                       | NUMBER_VALUE cannot be converted to String
                        {"Statement": "x", "Parameters": "abc"} | Unexpected field type
                        {"Statement": "x", "Limit": "abc"}      | STRING_VALUE cannot be converted to Integer
                        """)
        void is_refused_for_json_of_another_type(String input, String message) {
            assertThat(table.account().refusal("ExecuteStatement", input))
                    .isEqualTo("SerializationException: " + message);
        }
    }

    @Nested
    class Validation {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        {}                                  | 1 validation error detected: Value null at 'statement' failed to satisfy constraint: Member must not be null
                        {"Statement": ""}                   | 1 validation error detected: Value '' at 'statement' failed to satisfy constraint: Member must have length greater than or equal to 1
                        {"Statement": "x", "Parameters": []} | 1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1
                        {"Statement": "x", "Limit": 0}      | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
                        {"Statement": "UPDATE Tab SET WHERE", "Parameters": [{"SS": ["a", "a"]}]} | One or more parameter values were invalid: Input collection [a, a] contains duplicates.
                        {"Statement": "UPDATE Tab SET WHERE", "Parameters": [{"NULL": false}]} | One or more parameter values were invalid: Null attribute value types must have the value of true
                        """)
        void is_refused_for_what_the_model_says(String input, String message) {
            assertThat(table.account().refusal("ExecuteStatement", input))
                    .isEqualTo("ValidationException: " + message);
        }

        @Test
        void takes_8192_characters() {
            assertThat(table.refusal("SELECT * FROM Tab" + " ".repeat(8192)))
                    .endsWith("Member must have length less than or equal to 8192");
        }

        @Test
        void finds_no_table_that_is_not_there() {
            assertThat(table.refusal("SELECT * FROM \"missing\" WHERE pk = 'x'"))
                    .isEqualTo("ResourceNotFoundException: Requested resource not found");
            assertThat(table.refusal("FROM absent WHERE pk = 'x' SET c = 1"))
                    .isEqualTo("ResourceNotFoundException: Requested resource not found");
        }

        @Test
        void looks_at_operands_before_it_looks_for_the_table() {
            assertThat(
                            table.refusal(
                                    "SELECT pk FROM absent WHERE pk = ? AND val < ?",
                                    ", \"Parameters\": [{\"S\": \"x\"}, {\"BOOL\": true}]"))
                    .isEqualTo(
                            "ValidationException: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        UPDATE Tab SET c = 1                                             | Where clause does not contain a mandatory equality on all key attributes
                        FROM Tab WHERE a = 1 SET c = 1                                   | Where clause does not contain a mandatory equality on all key attributes
                        DELETE FROM Tab WHERE pk = 'p1'                                  | Where clause does not contain a mandatory equality on all key attributes
                        UPDATE Tab SET a=1 WHERE pk='x' AND sk='1' AND pk='y'            | Multiple conditions on same key pk. Only single item Update/Insert/Delete are supported
                        SELECT sk FROM Tab WHERE pk = 1 OR pk = 'r'                      | Key attribute's data type should match its data type in table's schema: Key pk
                        SELECT sk FROM Tab WHERE pk = 'r' AND sk IN ['1', 2]             | Key attribute's data type should match its data type in table's schema: Key sk
                        SELECT sk FROM Tab WHERE pk IN ['r','r']                         | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab WHERE pk='r' OR pk='r'                        | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab WHERE pk='r' AND (sk > '0' OR sk < '5')       | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab WHERE pk='r' AND (sk='1' OR flag='two')       | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab WHERE (pk='r' AND f='1') OR (pk='r' AND f='2') | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab WHERE pk = 'a' AND x <> '1' OR pk = 'a' AND sk = '2' | Overlapping conditions with range keys are not supported in where clause
                        SELECT sk FROM Tab ORDER BY sk                                   | Must have WHERE clause in the statement when using ORDER BY clause.
                        SELECT sk FROM Tab WHERE pk = 'o' ORDER BY Total DESC            | Attribute Total in ORDER BY clause must be part of the primary key
                        SELECT sk FROM Tab WHERE pk > 'a' ORDER BY sk                    | Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.
                        SELECT sk FROM Tab WHERE pk IN ['o', 'p'] ORDER BY sk DESC       | Must have hash key in ORDER BY clause when more than one hash key condition specified in WHERE clause.
                        SELECT * FROM "Tab"."no-such-index" WHERE pk = 'p'               | The table does not have the specified index
                        SELECT * FROM "Tab"."Tab" WHERE pk = 'p'                           | The table does not have the specified index
                        SELECT pk FROM "Tab"."gsi-inc" WHERE gsiPk2 = 'y' AND np = '1'   | One or more parameter values were invalid: Secondary index gsi-inc does not project one or more filter attributes: [np]
                        SELECT pk FROM "Tab"."lsi-keys" WHERE pk = 'p' AND np = '1'      | One or more parameter values were invalid: Secondary index lsi-keys does not project one or more filter attributes: [np]
                        SELECT pk FROM "Tab"."lsi-keys" WHERE pk = 'p' AND lsiSk BETWEEN 'a' AND 'b' AND np = '1' | One or more parameter values were invalid: Secondary index lsi-keys does not project one or more filter attributes: [np]
                        SELECT pk FROM "Tab"."gsi-inc" WHERE gsiPk2='y' AND b='1' AND (a='2' OR projattr='3') | One or more parameter values were invalid: Secondary index gsi-inc does not project one or more filter attributes: [a, b]
                        SELECT pk FROM "Tab"."gsi-inc" WHERE gsiPk2='y' AND (zz='1' OR aa='2' OR mm='3') | One or more parameter values were invalid: Secondary index gsi-inc does not project one or more filter attributes: [zz, aa, mm]
                        SELECT pk FROM "Tab"."gsi-inc" WHERE (gsiPk2='q' AND u1='1') OR (gsiPk2='b' AND u2='1') | One or more parameter values were invalid: Secondary index gsi-inc does not project one or more filter attributes: [u1]
                        SELECT pk FROM "Tab"."gsi-inc" WHERE gsiPk2 IN ['y', 'z'] AND NOT np = '1' | One or more parameter values were invalid: Secondary index gsi-inc does not project one or more filter attributes: [np]
                        SELECT np FROM "Tab"."gsi-inc" WHERE gsiPk2 = 'y'                | One or more parameter values were invalid: Global secondary index gsi-inc does not project [np]
                        EXISTS(SELECT * FROM Tab WHERE pk='x' AND sk='1' AND a IS MISSING) | EXISTS can only be used in ExecuteTransaction write requests.
                        UPDATE Tab SET pk = 'y' WHERE pk = 'x' AND sk = '1'              | One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key
                        INSERT INTO Tab VALUE {'pk': 'x'}                                | One or more parameter values were invalid: Missing the key sk in the item
                        """)
        void is_refused_for_what_the_table_is_like(String statement, String message) {
            assertThat(table.refusal(statement)).isEqualTo("ValidationException: " + message);
        }

        @Test
        void reads_global_indexes_eventually() {
            assertThat(
                            table.refusal(
                                    "SELECT * FROM \"Tab\".\"gsi-all\" WHERE gsiPk = 'x'",
                                    ", \"ConsistentRead\": true"))
                    .isEqualTo(
                            "ValidationException: Strongly consistent read is not supported on Global Secondary Indexes");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "pk IN [%51$s]",
                    "pk='r' AND sk IN [%51$s]",
                    "pk IN [%26$s] AND sk IN ['1','2']"
                })
        void comes_down_to_50_reads_at_most(String where) {
            var lists =
                    IntStream.rangeClosed(0, 51)
                            .mapToObj(count ->
                                    IntStream.range(0, count)
                                            .mapToObj(i -> "'v" + i + "'")
                                            .collect(Collectors.joining(",")))
                            .toArray();
            var statement =
                    "SELECT sk FROM Tab WHERE "
                            + where.replace("%51$s", lists[51].toString())
                                    .replace("%26$s", lists[26].toString());

            assertThat(table.refusal(statement))
                    .isEqualTo(
                            "ValidationException: Too many decomposed read operations for a given query.");
        }
    }
}
