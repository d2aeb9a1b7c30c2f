package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static final String ITEM =
            "{'a': {'S': 'x'}, 'm': {'M': {'b': {'N': '1'}, 'c': {'N': '2'}}}, 'l': {'L': [{'S': '0'}, {'M': {'k': {'S': 'v'}, 'j': {'S': 'w'}}}, {'S': '2'}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | {'a': {'S': 'x'}}",
                "a, absent | {'a': {'S': 'x'}}",
                "m.b | {'m': {'M': {'b': {'N': '1'}}}}",
                "m.b, m.c | {'m': {'M': {'b': {'N': '1'}, 'c': {'N': '2'}}}}",
                "l[2], l[0] | {'l': {'L': [{'S': '0'}, {'S': '2'}]}}",
                "l[1].k | {'l': {'L': [{'M': {'k': {'S': 'v'}}}]}}",
                "l[7] | {}",
                "m.absent | {}",
                "a.b | {}",
                "#m.#b | {'m': {'M': {'b': {'N': '1'}}}}",
            })
    void keeps_what_is_asked_for(String projection, String expected) {
        var context = Request.names("#m=m, #b=b");

        assertThat(Projection.of(projection, context).apply(Request.item(ITEM)))
                .isEqualTo(Request.item(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | The expression can not be empty;",
                "a b | Syntax error; token: \"b\", near: \"a b\"",
                "a, | Syntax error; token: \"<EOF>\", near: \",\"",
                "!!! | Syntax error; token: \"!\", near: \"!!\"",
                "a[b] | Syntax error; token: \"b\", near: \"[b]\"",
                "a, name | Attribute name is a reserved keyword; reserved keyword: name",
                "#x | An expression attribute name used in the document path is not defined; attribute name: #x",
                "a, a.b | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]",
                "a, a | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
                "a.b, a[1] | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]",
            })
    void mistakes_are_told_in_the_services_words(String projection, String message) {
        assertThatThrownBy(() -> Projection.of(projection, Request.names("#m=m")))
                .hasMessage("Invalid ProjectionExpression: " + message);
    }
}
