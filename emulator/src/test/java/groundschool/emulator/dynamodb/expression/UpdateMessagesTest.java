package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateMessagesTest {

    private static final String VALUES =
            """
            {':a': {'S': 'a'}, ':n': {'N': '1'}, ':b': {'B': 'YQ=='}, ':t': {'BOOL': true}, ':null': {'NULL': true},
             ':ss': {'SS': ['a']}, ':m': {'M': {}}, ':l': {'L': []}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INVALID SYNTAX HERE | Syntax error; token: \"INVALID\", near: \"INVALID SYNTAX\"",
                "ADD hits : incr | Syntax error; token: \":\", near: \"hits : incr\"",
                "SET | Syntax error; token: \"<EOF>\", near: \"SET\"",
                "SET a | Syntax error; token: \"<EOF>\", near: \"a\"",
                "SET a = set | Syntax error; token: \"set\", near: \"= set\"",
                "SET a = :a + | Syntax error; token: \"<EOF>\", near: \"+\"",
                "remove a = b | Syntax error; token: \"=\", near: \"a = b\"",
                "add a b | Syntax error; token: \"b\", near: \"a b\"",
                "delete a if_not_exist(b) | Syntax error; token: \"if_not_exist\", near: \"a if_not_exist(\"",
                "set :a = b | Syntax error; token: \":a\", near: \"set :a =\"",
                "set a = b / c | Syntax error; token: \"/\", near: \"b / c\"",
                "set a[1] = 1 | Syntax error; token: \"1\", near: \"= 1\"",
                "SET if_not_exist(a, b) = a | Syntax error; token: \"(\", near: \"if_not_exist(a\"",
                "set (a = (b + c)) | Syntax error; token: \"(\", near: \"set (a\"",
                "set a = (b.c).d + e | Syntax error; token: \".\", near: \").d\"",
                "set a = (b.c)[0] + e | Syntax error; token: \"[\", near: \")[0\"",
                "set a = b + c + d | Syntax error; token: \"+\", near: \"c + d\"",
                "SET a = :a, | Syntax error; token: \"<EOF>\", near: \",\"",
            })
    void syntax_errors_tell_the_token_and_its_neighbours(String update, String message) {
        assertRefused(update, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "remove Absolute | Attribute name is a reserved keyword; reserved keyword: Absolute",
                "set c = if_not_exist(:c) set c = d | Invalid function name; function: if_not_exist",
                "set c = size(d) | The function is not allowed in an update expression; function: size",
                "remove #d set a = b remove e | The \"REMOVE\" section can only be used once in an update expression;",
                "SET #x = if_not_exists(:x) | An expression attribute name used in the document path is not defined; attribute name: #x",
                "SET c = if_not_exists(:x) | An expression attribute value used in expression is not defined; attribute value: :x",
                "set c[1].a = a, #c = if_not_exists(a) | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c, [1], a], path two: [c]",
                "set c.b.#c = a, c = a, #d = a | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c, b, c], path two: [c]",
                "set a = b remove a, #c, #d | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
                "set d[1] = a, d.b = a, e = a, e = b | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [e], path two: [e]",
                "set #c[3].#d = a, #c.#d[3] = if_not_exists(a) | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [c, [3], [3]], path two: [c, [3], [3]]",
                "remove a.#c set a[1] = #d | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, c], path two: [a, [1]]",
                "set b = list_append(:a, a), c = if_not_exists(a) add a.b :a | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "delete a.b :null | Incorrect operand type for operator or function; operator: DELETE, operand type: NULL, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "add a.b :t | Incorrect operand type for operator or function; operator: ADD, operand type: BOOL, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "add a.b :l | Incorrect operand type for operator or function; operator: ADD, operand type: LIST, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "delete a.b :n | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_ADD_OPERAND",
                "set a = if_not_exists(c) | Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1",
                "set a = list_append(c) | Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 1",
                "set a = if_not_exists(:a, c) | Operator or function requires a document path; operator or function: if_not_exists",
                "set a = if_not_exists(if_not_exists(a, b), c) | Operator or function requires a document path; operator or function: if_not_exists",
                "set a = list_append(list_append(a, :l), :l) | The function is not allowed to be used this way in an expression; function: list_append",
                "set a[2147483648] = b | List index is not within the allowable range; index: [2147483648]",
                "set a = list_append(:ss, a) | Incorrect operand type for operator or function; operator or function: list_append, operand type: SS",
                "set a = :a + :b | Incorrect operand type for operator or function; operator or function: +, operand type: S",
                "set a = a - :m | Incorrect operand type for operator or function; operator or function: -, operand type: M",
            })
    void mistakes_are_told_in_the_services_words_and_order(String update, String message) {
        assertRefused(update, message);
    }

    @Test
    void is_neither_empty_nor_longer_than_4096_bytes() {
        assertRefused("", "The expression can not be empty;");
        assertRefused(
                "REMOVE " + "b".repeat(4090),
                "Expression size has exceeded the maximum allowed size;");
    }

    private static void assertRefused(String update, String message) {
        var context = Request.context("#c=c, #d=[3]", VALUES);

        assertThatThrownBy(() -> Update.of(update, context))
                .hasMessage("Invalid UpdateExpression: " + message);
    }
}
