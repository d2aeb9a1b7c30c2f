package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class ExecuteStatementTest {

    private final Account account = new Account();

    @BeforeEach
    void create_a_table_with_indexes() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Tab", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [
                    {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"},
                    {"AttributeName": "gsiPk", "AttributeType": "S"}, {"AttributeName": "gsiPk2", "AttributeType": "S"},
                    {"AttributeName": "lsiSk", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                 "GlobalSecondaryIndexes": [
                    {"IndexName": "gsi-all", "KeySchema": [{"AttributeName": "gsiPk", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "ALL"}},
                    {"IndexName": "gsi-keys", "KeySchema": [{"AttributeName": "gsiPk2", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "KEYS_ONLY"}},
                    {"IndexName": "gsi-inc", "KeySchema": [{"AttributeName": "gsiPk2", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["projattr"]}}],
                 "LocalSecondaryIndexes": [
                    {"IndexName": "lsi-keys",
                     "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "lsiSk", "KeyType": "RANGE"}],
                     "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    private static String request(String statement, String more) {
        return "{\"Statement\": %s%s}"
                .formatted(JsonNodeFactory.instance.stringNode(statement), more);
    }

    private JsonNode execute(String statement) {
        return execute(statement, "");
    }

    private JsonNode execute(String statement, String more) {
        return account.call("ExecuteStatement", request(statement, more));
    }

    private String refusal(String statement) {
        return refusal(statement, "");
    }

    private String refusal(String statement, String more) {
        return account.refusal("ExecuteStatement", request(statement, more));
    }

    private void put(String pk, String sk, String more) {
        account.call(
                "PutItem",
                "{\"TableName\": \"Tab\", \"Item\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"%s\"}%s}}"
                        .formatted(pk, sk, more));
    }

    private JsonNode get(String pk, String sk) {
        return account.call(
                        "GetItem",
                        "{\"TableName\": \"Tab\", \"Key\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"%s\"}}}"
                                .formatted(pk, sk))
                .path("Item");
    }

    /// The sort keys of what is found, such as `1 2 3`.
    private String found(String where) {
        return keys(execute("SELECT sk FROM Tab WHERE " + where));
    }

    private static String keys(JsonNode answer) {
        return answer.get("Items")
                .valueStream()
                .map(item -> item.at("/sk/S").stringValue())
                .collect(Collectors.joining(" "));
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
            assertThat(account.refusal("ExecuteStatement", input))
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
            assertThat(account.refusal("ExecuteStatement", input))
                    .isEqualTo("ValidationException: " + message);
        }

        @Test
        void takes_8192_characters() {
            assertThat(refusal("SELECT * FROM Tab" + " ".repeat(8192)))
                    .endsWith("Member must have length less than or equal to 8192");
        }

        @Test
        void finds_no_table_that_is_not_there() {
            assertThat(refusal("SELECT * FROM \"missing\" WHERE pk = 'x'"))
                    .isEqualTo("ResourceNotFoundException: Requested resource not found");
            assertThat(refusal("FROM absent WHERE pk = 'x' SET c = 1"))
                    .isEqualTo("ResourceNotFoundException: Requested resource not found");
        }

        @Test
        void looks_at_operands_before_it_looks_for_the_table() {
            assertThat(
                            refusal(
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
            assertThat(refusal(statement)).isEqualTo("ValidationException: " + message);
        }

        @Test
        void reads_global_indexes_eventually() {
            assertThat(
                            refusal(
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

            assertThat(refusal(statement))
                    .isEqualTo(
                            "ValidationException: Too many decomposed read operations for a given query.");
        }
    }

    @Nested
    class Writing {

        @Test
        void inserts_an_item_with_all_types() {
            var answer =
                    execute(
                            """
                            INSERT INTO Tab VALUE {'pk': ?, 'sk': '1', 'n': -1.5e-3, 't': TRUE, 'nul': NULL,
                             'm': {'k': [1, 'a']}, 'ss': <<'a', 'b'>>, 'ns': <<1, 4.5>>, 'q': 'it''s'}
                            """,
                            ", \"Parameters\": [{\"S\": \"x\"}]");

            assertThat(answer).isEqualTo(Account.json("{\"Items\": []}"));
            assertThat(get("x", "1"))
                    .isEqualTo(
                            Account.json(
                                    """
                                    {"pk": {"S": "x"}, "sk": {"S": "1"}, "n": {"N": "-0.0015"}, "t": {"BOOL": true},
                                     "nul": {"NULL": true}, "m": {"M": {"k": {"L": [{"N": "1"}, {"S": "a"}]}}},
                                     "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "4.5"]}, "q": {"S": "it's"}}
                                    """));
        }

        @Test
        void inserts_nothing_over_an_item() {
            put("x", "1", "");

            assertThat(refusal("INSERT INTO Tab VALUE {'pk': 'x', 'sk': '1', 'a': 1}"))
                    .isEqualTo("DuplicateItemException: Duplicate primary key exists in table");
            assertThat(get("x", "1").has("a")).isFalse();
        }

        @Test
        void updates_with_functions_and_removes() {
            put(
                    "x",
                    "1",
                    """
                    , "n": {"N": "1"}, "m": {"M": {}}, "l": {"L": [{"N": "1"}, {"S": "b"}]}, "s": {"SS": ["a", "b"]},
                    "only": {"SS": ["a"]}, "gone": {"S": "x"}
                    """);

            execute(
                    """
                    UPDATE Tab SET n=n-1 SET m.deep = [2020, <<1>>], fresh = set_add(fresh, <<'m'>>)
                    SET s = set_delete(s, <<'a'>>) SET only = set_delete(only, <<'a'>>) REMOVE l[1] REMOVE gone
                    SET more = LIST_APPEND(l, [4]) WHERE (pk='x' AND sk='1') AND attribute_exists(n)
                    """);

            assertThat(get("x", "1"))
                    .isEqualTo(
                            Account.json(
                                    """
                                    {"pk": {"S": "x"}, "sk": {"S": "1"}, "n": {"N": "0"},
                                     "m": {"M": {"deep": {"L": [{"N": "2020"}, {"NS": ["1"]}]}}}, "l": {"L": [{"N": "1"}]},
                                     "s": {"SS": ["b"]}, "fresh": {"SS": ["m"]},
                                     "more": {"L": [{"N": "1"}, {"S": "b"}, {"N": "4"}]}}
                                    """));
        }

        @Test
        void updates_no_item_that_is_not_there() {
            assertThat(refusal("UPDATE Tab SET a = 1 WHERE pk = 'x' AND sk = '1'"))
                    .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
            assertThat(get("x", "1").isMissingNode()).isTrue();
        }

        @Test
        void deletes_what_meets_the_condition_and_does_not_mind_what_is_not_there() {
            put("x", "1", ", \"name\": {\"S\": \"alpha\"}");

            assertThat(
                            refusal(
                                    "DELETE FROM Tab WHERE pk = 'x' AND sk = '1' AND NOT begins_with(name, 'al')"))
                    .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
            execute("DELETE FROM Tab WHERE pk = 'x' AND sk = '2' AND name = 'x'");
            execute("DELETE FROM Tab WHERE pk = 'x' AND sk = '1' AND name = 'alpha'");

            assertThat(get("x", "1").isMissingNode()).isTrue();
        }

        @Test
        void shows_the_item_whose_condition_failed_if_asked() {
            put("x", "1", ", \"a\": {\"N\": \"1\"}");

            var refusal =
                    catchThrowableOfType(
                            AwsException.class,
                            () ->
                                    execute(
                                            "UPDATE Tab SET a = 2 WHERE pk = 'x' AND sk = '1' AND a = 3",
                                            ", \"ReturnValuesOnConditionCheckFailure\": \"ALL_OLD\""));

            assertThat(refusal.members().toString()).contains("\"a\":{\"N\":\"1\"}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        SET tags[2] = 'y', tags[0] = 'x' | MODIFIED NEW * | [{"tags": {"L": [{"S": "x"}, {"S": "y"}]}}]
                        SET tags[2] = 'y', tags[0] = 'x' | MODIFIED OLD * | [{"tags": {"L": [{"S": "a"}, {"S": "c"}]}}]
                        SET tags[7] = 'z'                | MODIFIED NEW * | []
                        SET tags[3] = 'z'                | MODIFIED NEW * | [{"tags": {"L": [{"S": "z"}]}}]
                        SET tags[3] = 'z'                | MODIFIED OLD * | []
                        REMOVE tags[1]                   | MODIFIED NEW * | [{"tags": {"L": [{"S": "c"}]}}]
                        REMOVE tags[2]                   | MODIFIED NEW * | []
                        REMOVE data                      | MODIFIED OLD * | [{"data": {"S": "old"}}]
                        REMOVE data                      | MODIFIED NEW * | []
                        SET p.sub = 'new'                | MODIFIED NEW * | [{"p": {"M": {"sub": {"S": "new"}}}}]
                        SET data = 'new'                 | ALL OLD *      | [{"pk": {"S": "x"}, "sk": {"S": "1"}, "data": {"S": "old"}, "tags": {"L": [{"S": "a"}, {"S": "b"}, {"S": "c"}]}, "p": {"M": {"sub": {"S": "old"}, "sib": {"S": "keep"}}}}]
                        SET data = 'new'                 | ALL NEW *      | [{"pk": {"S": "x"}, "sk": {"S": "1"}, "data": {"S": "new"}, "tags": {"L": [{"S": "a"}, {"S": "b"}, {"S": "c"}]}, "p": {"M": {"sub": {"S": "old"}, "sib": {"S": "keep"}}}}]
                        """)
        void returns_what_it_is_asked_for(String change, String returning, String items) {
            put(
                    "x",
                    "1",
                    """
                    , "data": {"S": "old"}, "tags": {"L": [{"S": "a"}, {"S": "b"}, {"S": "c"}]},
                    "p": {"M": {"sub": {"S": "old"}, "sib": {"S": "keep"}}}
                    """);

            var answer =
                    execute(
                            "UPDATE Tab %s WHERE pk = 'x' AND sk = '1' RETURNING %s"
                                    .formatted(change, returning));

            assertThat(answer.get("Items")).isEqualTo(Account.json(items));
        }

        @Test
        void returns_the_deleted_item_or_none() {
            put("x", "1", "");
            var delete = "DELETE FROM Tab WHERE pk = 'x' AND sk = '1' RETURNING ALL OLD *";

            assertThat(execute(delete).get("Items")).hasSize(1);
            assertThat(execute(delete)).isEqualTo(Account.json("{\"Items\": []}"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        SET newlist[0] = 'x'               | The document path provided in the update expression is invalid for update
                        SET s = set_add(s, <<1>>)          | An operand in the update expression has an incorrect data type
                        SET NoList = list_append(NoList, [1]) | The provided expression refers to an attribute that does not exist in the item
                        SET a = 1 SET a = 2                | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]
                        """)
        void is_refused_for_what_the_item_is_like(String change, String message) {
            put("x", "1", ", \"s\": {\"SS\": [\"a\"]}");

            assertThat(refusal("UPDATE Tab " + change + " WHERE pk = 'x' AND sk = '1'"))
                    .isEqualTo("ValidationException: " + message);
        }

        @Test
        void says_how_deep_an_item_may_be() {
            put("x", "1", ", \"m\": {\"M\": {}}");
            var deep = "{\"M\": {\"a\": ".repeat(31) + "{\"S\": \"x\"}" + "}}".repeat(31);

            assertThat(
                            refusal(
                                    "UPDATE Tab SET m.deep = ? WHERE pk = 'x' AND sk = '1'",
                                    ", \"Parameters\": [" + deep + "]"))
                    .isEqualTo(
                            "ValidationException: Nesting Levels have exceeded supported limits");
        }

        @Test
        void takes_the_units_of_the_write() {
            var answer =
                    execute(
                            "INSERT INTO Tab VALUE {'pk': 'x', 'sk': '1', 'gsiPk': 'g'}",
                            ", \"ReturnConsumedCapacity\": \"INDEXES\"");

            assertThat(answer.at("/ConsumedCapacity/CapacityUnits").doubleValue()).isEqualTo(2);
            assertThat(
                            answer.at(
                                            "/ConsumedCapacity/GlobalSecondaryIndexes/gsi-all/CapacityUnits")
                                    .doubleValue())
                    .isEqualTo(1);
        }
    }

    @Nested
    class Reading {

        @BeforeEach
        void put_items() {
            for (var pk : List.of("o", "p")) {
                for (var sk : List.of("1", "2", "3")) {
                    put(
                            pk,
                            sk,
                            ", \"n\": {\"N\": \"%s\"}, \"flag\": {\"S\": \"f%s\"}, \"m\": {\"M\": {\"k\": {\"L\": [{\"S\": \"c\"}]}}}"
                                    .formatted(sk, sk));
                }
            }
            put(
                    "z",
                    "9",
                    ", \"nul\": {\"NULL\": true}, \"yes\": {\"BOOL\": true}, \"tags\": {\"SS\": [\"a\"]}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        pk = 'o'                                       | 1 2 3
                        'o' = pk AND '2' <= sk                         | 2 3
                        pk = 'o' AND sk BETWEEN '2' AND '3'            | 2 3
                        pk = 'o' AND sk NOT BETWEEN '2' AND '3'        | 1
                        pk = 'o' AND begins_with(sk, '3')              | 3
                        pk = 'o' AND (sk = '3' OR sk = '1')            | 1 3
                        pk = 'o' AND sk IN ['1', '3']                  | 1 3
                        pk = 'o' AND sk IN ('1', '3')                  | 1 3
                        pk = 'o' AND (sk < '2' OR sk > '2' OR sk='2')  | 1 2 3
                        pk = 'o' AND NOT sk = '1'                      | 2 3
                        pk = 'o' AND sk <> '1'                         | 2 3
                        pk = 'o' AND sk != '1'                         | 2 3
                        pk = 'o' AND sk > '0' AND sk <> '1'            | 2 3
                        pk = 'o' AND sk = '1' AND sk > '0'             | 1
                        pk = 'o' AND sk = '1' AND sk = '2'             | ``
                        pk = 'o' AND pk = 'p'                          | ``
                        pk = 'o' AND NOT sk = '1' OR pk = 'o' AND sk = '2' | 2 3
                        pk = 'o' OR pk = 'o' AND NOT sk = '1'          | 1 2 3
                        pk = 'o' AND NOT sk IN ['1', '3'] OR pk = 'o' AND sk = '2' | 2
                        pk IN ['o', 'p'] AND n > 2                     | 3 3
                        pk = 'p' AND flag = 'f2'                       | 2
                        pk = 'p' AND m.k[0] = 'c' AND m['k'][0] = 'c' AND n = 1 | 1
                        pk = 'p' AND attribute_exists(pk) AND size(flag) = 2 | 1 2 3
                        pk = 'z' AND nul IS NULL                       | 9
                        pk = 'z' AND flag IS NOT NULL                  | 9
                        pk = 'z' AND flag IS NULL                      | ``
                        pk = 'z' AND flag IS MISSING                   | 9
                        pk = 'z' AND yes IS BOOLEAN AND sk IS STRING   | 9
                        pk = 'z' AND contains(tags, 'a')               | 9
                        pk = 'z' AND attribute_type(tags, 'SS')        | 9
                        pk = 'z' AND attribute_exists(nope) = false    | 9
                        pk = 'z' AND true = attribute_exists(yes)      | 9
                        pk = 'z' AND attribute_exists(yes) <> 1        | 9
                        pk = 'z' AND (n BETWEEN 0 AND 5) = false       | 9
                        pk = 'z' AND attribute_exists(nope) IN [true, false] | 9
                        pk = 'z' AND attribute_exists(yes) = yes       | 9
                        pk = 'z' AND NOT attribute_exists(yes) = true  | ``
                        pk = 'z' AND yes = TRUE AND nul = NULL AND tags = <<'a'>> | 9
                        pk > 1                                         | ``
                        nul IS NULL                                    | 9
                        pk = 'z' OR nope = '1'                         | 9
                        """)
        void finds_what_the_where_says(String where, String keys) {
            assertThat(found(where)).isEqualTo(keys);
        }

        @Test
        void shows_columns_by_their_last_name() {
            assertThat(
                            execute("SELECT m.k[0], n, nope FROM Tab WHERE pk = 'o' AND sk = '1'")
                                    .get("Items"))
                    .isEqualTo(Account.json("[{\"k[0]\": {\"S\": \"c\"}, \"n\": {\"N\": \"1\"}}]"));
            assertThat(execute("SELECT nope FROM Tab WHERE pk = 'o' AND sk = '1'").get("Items"))
                    .isEqualTo(Account.json("[{}]"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                        pk = 'o' ORDER BY sk DESC                      | 3 2 1
                        pk = 'o' ORDER BY sk                           | 1 2 3
                        pk = 'o' ORDER BY pk ASC                       | 3 2 1
                        pk IN ['p', 'z'] ORDER BY pk DESC, sk ASC      | 9 1 2 3
                        pk IN ['z', 'p'] ORDER BY pk, sk               | 1 2 3 9
                        pk = 'o' AND sk IN ['1', '3'] ORDER BY sk DESC | 3 1
                        """)
        void orders_by_the_key(String where, String keys) {
            assertThat(found(where)).isEqualTo(keys);
        }

        @Test
        void goes_on_where_a_page_ended_over_all_its_reads() {
            var statement = "SELECT sk FROM Tab WHERE pk IN ['o', 'p', 'z'] ORDER BY pk DESC";
            var pages = new ArrayList<String>();
            var token = "";
            do {
                var more = token.isEmpty() ? "" : ", \"NextToken\": \"" + token + "\"";
                var answer = execute(statement, ", \"Limit\": 2" + more);
                pages.add(keys(answer));
                token = answer.path("NextToken").asString("");
                assertThat(answer.has("LastEvaluatedKey")).isEqualTo(!token.isEmpty());
            } while (!token.isEmpty());

            assertThat(pages).containsExactly("9 3", "2 1", "3 2", "1");
        }

        @Test
        void limits_what_it_looks_at_and_not_what_it_finds() {
            var answer = execute("SELECT * FROM Tab WHERE pk = 'o' AND n > 1", ", \"Limit\": 1");

            assertThat(answer.get("Items")).isEmpty();
            assertThat(answer.get("LastEvaluatedKey"))
                    .isEqualTo(Account.json("{\"pk\": {\"S\": \"o\"}, \"sk\": {\"S\": \"1\"}}"));
        }

        @Test
        void takes_tokens_of_the_same_statement_only() {
            var token =
                    execute("SELECT * FROM Tab WHERE pk = 'o'", ", \"Limit\": 1")
                            .get("NextToken")
                            .stringValue();

            assertThat(
                            refusal(
                                    "SELECT * FROM Tab WHERE pk = 'p'",
                                    ", \"NextToken\": \"" + token + "\""))
                    .isEqualTo("ValidationException: The provided starting key is invalid");
            assertThat(refusal("SELECT * FROM Tab WHERE pk = 'o'", ", \"NextToken\": \"nonsense\""))
                    .isEqualTo("ValidationException: Invalid NextToken");
        }

        @Test
        void reads_what_an_index_shows() {
            put(
                    "i",
                    "1",
                    ", \"gsiPk2\": {\"S\": \"y\"}, \"projattr\": {\"S\": \"p1\"}, \"np\": {\"S\": \"1\"}, \"lsiSk\": {\"S\": \"l\"}");
            put("i", "2", ", \"gsiPk2\": {\"S\": \"y2\"}, \"np\": {\"S\": \"2\"}");

            assertThat(
                            execute("SELECT * FROM \"Tab\".\"gsi-keys\" WHERE gsiPk2 = 'y'")
                                    .get("Items"))
                    .isEqualTo(
                            Account.json(
                                    "[{\"pk\": {\"S\": \"i\"}, \"sk\": {\"S\": \"1\"}, \"gsiPk2\": {\"S\": \"y\"}}]"));
            assertThat(keys(execute("SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE np = '1'")))
                    .isEmpty();
            assertThat(
                            execute("SELECT sk FROM \"Tab\".\"gsi-keys\" WHERE NOT np = '1'")
                                    .get("Items"))
                    .hasSize(2);
            assertThat(
                            keys(
                                    execute(
                                            "SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE (gsiPk2 = 'y' AND np = '1') OR (gsiPk2 = 'y2')")))
                    .isEqualTo("2");
            assertThat(
                            keys(
                                    execute(
                                            "SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE gsiPk2='y' AND (gsiPk2='z' OR zz='1')")))
                    .isEmpty();
        }

        @Test
        void fetches_from_the_table_what_a_local_index_lacks() {
            put("i", "1", ", \"np\": {\"S\": \"1\"}, \"lsiSk\": {\"S\": \"l\"}");

            var answer =
                    execute(
                            "SELECT np FROM \"Tab\".\"lsi-keys\" WHERE pk = 'i'",
                            ", \"ReturnConsumedCapacity\": \"INDEXES\"");

            assertThat(answer.get("Items")).isEqualTo(Account.json("[{\"np\": {\"S\": \"1\"}}]"));
            assertThat(answer.at("/ConsumedCapacity/Table/CapacityUnits").doubleValue())
                    .isEqualTo(0.5);
            assertThat(
                            answer.at(
                                            "/ConsumedCapacity/LocalSecondaryIndexes/lsi-keys/CapacityUnits")
                                    .doubleValue())
                    .isEqualTo(0.5);
        }
    }
}
