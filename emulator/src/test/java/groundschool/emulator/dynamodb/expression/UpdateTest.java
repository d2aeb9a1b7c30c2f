package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.dynamodb.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {

    private static final String VALUES =
            """
            {':one': {'N': '1'}, ':x': {'S': 'x'}, ':l': {'L': [{'S': 'x'}]},
             ':ss': {'SS': ['b', 'c']}, ':ab': {'SS': ['a', 'b']}, ':ns': {'NS': ['1']}, ':m': {'M': {'k': {'S': 'v'}}}}
            """;

    private static final String BEFORE =
            "{'n': {'N': '41'}, 's': {'S': 's'}, 'l': {'L': [{'N': '0'}, {'N': '1'}, {'N': '2'}]}, 'm': {'M': {'a': {'N': '1'}}}, 'members': {'SS': ['a', 'b']}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET n = :one | n | {'N': '1'}",
                "set fresh = :x | fresh | {'S': 'x'}",
                "SET n = n + :one | n | {'N': '42'}",
                "SET n = n - :one | n | {'N': '40'}",
                "SET n = :one - n | n | {'N': '-40'}",
                "SET n = (n + :one) | n | {'N': '42'}",
                "SET n = n - (n - :one) | n | {'N': '1'}",
                "SET c = if_not_exists(c, :one) + :one | c | {'N': '2'}",
                "SET n = if_not_exists(n, :one) | n | {'N': '41'}",
                "SET c = if_not_exists(c, if_not_exists(d, :x)) | c | {'S': 'x'}",
                "SET l = list_append(l, :l) | l | {'L': [{'N': '0'}, {'N': '1'}, {'N': '2'}, {'S': 'x'}]}",
                "SET l = list_append(:l, l) | l | {'L': [{'S': 'x'}, {'N': '0'}, {'N': '1'}, {'N': '2'}]}",
                "SET fresh = list_append(if_not_exists(fresh, :l), :l) | fresh | {'L': [{'S': 'x'}, {'S': 'x'}]}",
                "SET l[1] = :x | l | {'L': [{'N': '0'}, {'S': 'x'}, {'N': '2'}]}",
                "SET l[9] = :x | l | {'L': [{'N': '0'}, {'N': '1'}, {'N': '2'}, {'S': 'x'}]}",
                "SET l[9] = :one, l[7] = :x | l | {'L': [{'N': '0'}, {'N': '1'}, {'N': '2'}, {'S': 'x'}, {'N': '1'}]}",
                "SET m.b = :x | m | {'M': {'a': {'N': '1'}, 'b': {'S': 'x'}}}",
                "SET m.b = :x, m.c = m.a REMOVE m.a | m | {'M': {'b': {'S': 'x'}, 'c': {'N': '1'}}}",
                "REMOVE l[0] | l | {'L': [{'N': '1'}, {'N': '2'}]}",
                "REMOVE l[0], l[1] | l | {'L': [{'N': '2'}]}",
                "REMOVE l[2], l[0], l[8] | l | {'L': [{'N': '1'}]}",
                "REMOVE l[0] SET l[2] = :x | l | {'L': [{'N': '1'}, {'S': 'x'}]}",
                "ADD n :one | n | {'N': '42'}",
                "ADD c :one | c | {'N': '1'}",
                "ADD m.a :one | m | {'M': {'a': {'N': '2'}}}",
                "ADD members :ss | members | {'SS': ['a', 'b', 'c']}",
                "ADD fresh :ss | fresh | {'SS': ['b', 'c']}",
                "DELETE members :ss | members | {'SS': ['a']}",
            })
    void changes_an_attribute(String update, String attribute, String value) {
        var after = apply(update);

        assertThat(after.get(attribute)).isEqualTo(Request.item("{'v': " + value + "}").get("v"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"REMOVE s | s", "DELETE members :ab | members", "REMOVE absent | absent"})
    void removes_an_attribute(String update, String attribute) {
        assertThat(apply(update).has(attribute)).isFalse();
    }

    @Test
    void leaves_all_else_as_it_was() {
        var before = Request.item(BEFORE);

        assertThat(apply("SET n = :one REMOVE s").only(List.of("l", "m", "members")))
                .isEqualTo(before.only(List.of("l", "m", "members")));
    }

    @Test
    void sees_the_item_as_it_was_before() {
        var after = apply("SET n = :one, earlier = n");

        assertThat(after.get("earlier")).isEqualTo(Request.item(BEFORE).get("n"));
    }

    @Test
    void deletes_from_what_is_not_there_without_complaint() {
        assertThat(apply("DELETE absent :ss")).isEqualTo(Request.item(BEFORE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SET a = absent | The provided expression refers to an attribute that does not exist in the item",
                "SET a = absent + :one | The provided expression refers to an attribute that does not exist in the item",
                "SET a = s + :one | An operand in the update expression has an incorrect data type",
                "SET a = list_append(s, :l) | An operand in the update expression has an incorrect data type",
                "ADD s :one | An operand in the update expression has an incorrect data type",
                "ADD n :ss | An operand in the update expression has an incorrect data type",
                "ADD members :ns | An operand in the update expression has an incorrect data type",
                "DELETE n :ss | An operand in the update expression has an incorrect data type",
                "SET absent.a = :one | The document path provided in the update expression is invalid for update",
                "SET s.a = :one | The document path provided in the update expression is invalid for update",
                "SET m[0] = :one | The document path provided in the update expression is invalid for update",
                "SET l.a = :one | The document path provided in the update expression is invalid for update",
                "SET l[5].a = :one | The document path provided in the update expression is invalid for update",
                "REMOVE absent.a | The document path provided in the update expression is invalid for update",
            })
    void refuses_what_does_not_fit_the_item(String update, String message) {
        assertThatThrownBy(() -> apply(update)).hasMessage(message);
    }

    @Test
    void refuses_sums_that_are_out_of_range() {
        var huge = "{':a': {'N': '9.9e125'}, ':b': {'N': '9.9e125'}}";
        var update = Update.of("SET n = :a + :b", Request.values(huge));

        assertThatThrownBy(() -> update.apply(Item.empty()))
                .hasMessageStartingWith("Number overflow.");
    }

    @Test
    void refuses_to_nest_more_than_32_levels() {
        var nested = "{'M':{'n':".repeat(31) + "{'S':'leaf'}" + "}}".repeat(31);
        var context = Request.values("{':v': " + nested + "}");
        var update = Update.of("SET m.a = :v", context);

        assertThatThrownBy(() -> update.apply(Request.item(BEFORE)))
                .hasMessageStartingWith("Nesting Levels have exceeded supported limits");
    }

    @Test
    void tells_what_it_changes() {
        var update = Update.of("SET m.a = :one ADD n :one", Request.values(VALUES));

        assertThat(update.paths()).hasToString("[[m, a], [n]]");
        assertThat(update.updated().apply(Request.item(BEFORE)))
                .isEqualTo(Request.item("{'m': {'M': {'a': {'N': '1'}}}, 'n': {'N': '41'}}"));
    }

    private static Item apply(String update) {
        return Update.of(update, Request.values(VALUES)).apply(Request.item(BEFORE));
    }
}
