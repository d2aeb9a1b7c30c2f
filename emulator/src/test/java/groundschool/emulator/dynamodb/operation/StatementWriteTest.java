package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class StatementWriteTest {

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    @Test
    void inserts_an_item_with_all_types() {
        var answer =
                table.execute(
                        """
                        INSERT INTO Tab VALUE {'pk': ?, 'sk': '1', 'n': -1.5e-3, 't': TRUE, 'nul': NULL,
                         'm': {'k': [1, 'a']}, 'ss': <<'a', 'b'>>, 'ns': <<1, 4.5>>, 'q': 'it''s'}
                        """,
                        ", \"Parameters\": [{\"S\": \"x\"}]");

        assertThat(answer).isEqualTo(Account.json("{\"Items\": []}"));
        assertThat(table.get("x", "1"))
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
        table.put("x", "1", "");

        assertThat(table.refusal("INSERT INTO Tab VALUE {'pk': 'x', 'sk': '1', 'a': 1}"))
                .isEqualTo("DuplicateItemException: Duplicate primary key exists in table");
        assertThat(table.get("x", "1").has("a")).isFalse();
    }

    @Test
    void updates_with_functions_and_removes() {
        table.put(
                "x",
                "1",
                """
                , "n": {"N": "1"}, "m": {"M": {}}, "l": {"L": [{"N": "1"}, {"S": "b"}]}, "s": {"SS": ["a", "b"]},
                "only": {"SS": ["a"]}, "gone": {"S": "x"}
                """);

        table.execute(
                """
                UPDATE Tab SET n=n-1 SET m.deep = [2020, <<1>>], fresh = set_add(fresh, <<'m'>>)
                SET s = set_delete(s, <<'a'>>) SET only = set_delete(only, <<'a'>>) REMOVE l[1] REMOVE gone
                SET more = LIST_APPEND(l, [4]) WHERE (pk='x' AND sk='1') AND attribute_exists(n)
                """);

        assertThat(table.get("x", "1"))
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
        assertThat(table.refusal("UPDATE Tab SET a = 1 WHERE pk = 'x' AND sk = '1'"))
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
        assertThat(table.get("x", "1").isMissingNode()).isTrue();
    }

    @Test
    void deletes_what_meets_the_condition_and_does_not_mind_what_is_not_there() {
        table.put("x", "1", ", \"name\": {\"S\": \"alpha\"}");

        assertThat(
                        table.refusal(
                                "DELETE FROM Tab WHERE pk = 'x' AND sk = '1' AND NOT begins_with(name, 'al')"))
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
        table.execute("DELETE FROM Tab WHERE pk = 'x' AND sk = '2' AND name = 'x'");
        table.execute("DELETE FROM Tab WHERE pk = 'x' AND sk = '1' AND name = 'alpha'");

        assertThat(table.get("x", "1").isMissingNode()).isTrue();
    }

    @Test
    void shows_the_item_whose_condition_failed_if_asked() {
        table.put("x", "1", ", \"a\": {\"N\": \"1\"}");

        var refusal =
                catchThrowableOfType(
                        AwsException.class,
                        () ->
                                table.execute(
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
        table.put(
                "x",
                "1",
                """
                , "data": {"S": "old"}, "tags": {"L": [{"S": "a"}, {"S": "b"}, {"S": "c"}]},
                "p": {"M": {"sub": {"S": "old"}, "sib": {"S": "keep"}}}
                """);

        var answer =
                table.execute(
                        "UPDATE Tab %s WHERE pk = 'x' AND sk = '1' RETURNING %s"
                                .formatted(change, returning));

        assertThat(answer.get("Items")).isEqualTo(Account.json(items));
    }

    @Test
    void returns_the_deleted_item_or_none() {
        table.put("x", "1", "");
        var delete = "DELETE FROM Tab WHERE pk = 'x' AND sk = '1' RETURNING ALL OLD *";

        assertThat(table.execute(delete).get("Items")).hasSize(1);
        assertThat(table.execute(delete)).isEqualTo(Account.json("{\"Items\": []}"));
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
        table.put("x", "1", ", \"s\": {\"SS\": [\"a\"]}");

        assertThat(table.refusal("UPDATE Tab " + change + " WHERE pk = 'x' AND sk = '1'"))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void says_how_deep_an_item_may_be() {
        table.put("x", "1", ", \"m\": {\"M\": {}}");
        var deep = "{\"M\": {\"a\": ".repeat(31) + "{\"S\": \"x\"}" + "}}".repeat(31);

        assertThat(
                        table.refusal(
                                "UPDATE Tab SET m.deep = ? WHERE pk = 'x' AND sk = '1'",
                                ", \"Parameters\": [" + deep + "]"))
                .isEqualTo("ValidationException: Nesting Levels have exceeded supported limits");
    }

    @Test
    void takes_the_units_of_the_write() {
        var answer =
                table.execute(
                        "INSERT INTO Tab VALUE {'pk': 'x', 'sk': '1', 'gsiPk': 'g'}",
                        ", \"ReturnConsumedCapacity\": \"INDEXES\"");

        assertThat(answer.at("/ConsumedCapacity/CapacityUnits").doubleValue()).isEqualTo(2);
        assertThat(
                        answer.at("/ConsumedCapacity/GlobalSecondaryIndexes/gsi-all/CapacityUnits")
                                .doubleValue())
                .isEqualTo(1);
    }
}
