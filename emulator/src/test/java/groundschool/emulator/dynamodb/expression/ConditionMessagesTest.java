package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionMessagesTest {

    private static final String VALUES =
            """
            {':a': {'S': 'a'}, ':s': {'S': 's'}, ':one': {'N': '1'}, ':two': {'N': '2'},
             ':m': {'M': {}}, ':t': {'BOOL': true}, ':null': {'NULL': true}, ':ss': {'SS': ['a']}, ':X': {'S': 'X'}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a x b | Syntax error; token: \"x\", near: \"a x b\"",
                "ADD #v :i | Syntax error; token: \"ADD\", near: \"ADD #v\"",
                "a | Syntax error; token: \"<EOF>\", near: \"a\"",
                "a = | Syntax error; token: \"<EOF>\", near: \"=\"",
                "a = :a AND NOT #b | Syntax error; token: \"<EOF>\", near: \"#b\"",
                "a = :a b | Syntax error; token: \"b\", near: \":a b\"",
                "a = 1 | Syntax error; token: \"1\", near: \"= 1\"",
                "a == :a | Syntax error; token: \"=\", near: \"== :a\"",
                "_id = :a | Syntax error; token: \"_\", near: \"_id\"",
                "a = : a | Syntax error; token: \":\", near: \"= : a\"",
                "(a = :a | Syntax error; token: \"<EOF>\", near: \":a\"",
                "a = :a) | Syntax error; token: \")\", near: \":a)\"",
                "attribute_exists(c._d) | Syntax error; token: \"_\", near: \"._d\"",
                "size(a).b > :a | Syntax error; token: \".\", near: \").b\"",
                "(size(a))[0] > :a | Syntax error; token: \"[\", near: \")[0\"",
                "a in b | Syntax error; token: \"b\", near: \"in b\"",
                "a in (b,c,) | Syntax error; token: \")\", near: \",)\"",
                "a > between | Syntax error; token: \"between\", near: \"> between\"",
                "attribute_exists(a..b) | Syntax error; token: \".\", near: \"..b\"",
                "a[4.5] = :a | Syntax error; token: \".\", near: \"4.5\"",
                "a[-1] = :a | Syntax error; token: \"-\", near: \"[-1\"",
                "a! = :a | Syntax error; token: \"!\", near: \"a! =\"",
            })
    void syntax_errors_tell_the_token_and_its_neighbours(String condition, String message) {
        assertRefused(condition, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "((a = :a)) | The expression has redundant parentheses;",
                "((a)) = :a | The expression has redundant parentheses;",
                "((attribute_not_exists(a))) | The expression has redundant parentheses;",
                "name = :a | Attribute name is a reserved keyword; reserved keyword: name",
                "a.aborT = :a | Attribute name is a reserved keyword; reserved keyword: aborT",
                "attribute_exists(#b) | An expression attribute name used in the document path is not defined; attribute name: #b",
                "a = :b | An expression attribute value used in expression is not defined; attribute value: :b",
                "f(a) | Invalid function name; function: f",
                "Begins_With(a, :a) | Invalid function name; function: Begins_With",
                "a = if_not_exists(a, :a) | The function is not allowed in a condition expression; function: if_not_exists",
                "size(a) | The function is not allowed to be used this way in an expression; function: size",
                "a = :a AND size(a) | The function is not allowed to be used this way in an expression; function: size",
                "attribute_exists(a) = :a | The function is not allowed to be used this way in an expression; function: attribute_exists",
                "contains(a, begins_with(a, :a)) | The function is not allowed to be used this way in an expression; function: begins_with",
                "begins_with(a) | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1",
                "attribute_exists(a, b) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
                "attribute_exists(:a) | Operator or function requires a document path; operator or function: attribute_exists",
                "a = a | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]",
                "contains(a.b[1], a.b[1]) | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a, b, [1]]",
                "a BETWEEN a AND :a | The first operand must be distinct from the remaining operands for this operator or function; operator: BETWEEN, first operand: [a]",
                "a IN (:a, a) | The first operand must be distinct from the remaining operands for this operator or function; operator: IN, first operand: [a]",
                "attribute_type(:a, :s) | Operator or function requires a document path; operator or function: attribute_type",
                "a[9999999999] = :a | List index is not within the allowable range; index: [9999999999]",
                "a < :m | Incorrect operand type for operator or function; operator or function: <, operand type: M",
                ":t >= a | Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL",
                "a BETWEEN :t AND :a | Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: BOOL",
                "begins_with(a, :one) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "begins_with(a, size(b)) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "size(:one) = :two | Incorrect operand type for operator or function; operator or function: size, operand type: N",
                "attribute_type(a, :one) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N",
                "attribute_type(a, b) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}",
                "attribute_type(a, :X) | Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                "a BETWEEN :two AND :one | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}",
                "a BETWEEN :one AND :s | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:s}",
            })
    void mistakes_are_told_in_the_services_words(String condition, String message) {
        assertRefused(condition, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f(name) = = :a | Syntax error; token: \"=\", near: \"= = :a\"",
                "((f(name))) | The expression has redundant parentheses;",
                "f(name) AND size(a) AND a = :b | Invalid function name; function: f",
                "name = :b AND size(a) | The function is not allowed to be used this way in an expression; function: size",
                "a = :b AND name = :a | Attribute name is a reserved keyword; reserved keyword: name",
                "begins_with(a, :one) AND a = :b | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "attribute_exists(#p.q, :a) and a=a | An expression attribute name used in the document path is not defined; attribute name: #p",
                "attribute_exists(views, #p) | Attribute name is a reserved keyword; reserved keyword: views",
                "a=a and attribute_exists((views), (#p)) > b | The function is not allowed to be used this way in an expression; function: attribute_exists",
                "a > whatever((:a), ((a))) | The expression has redundant parentheses;",
                "a=a and whatever((:a)) > a | Invalid function name; function: whatever",
                "attribute_not_exists(size(:one)) | Incorrect operand type for operator or function; operator or function: size, operand type: N",
                "attribute_not_exists(size(:a)) | Operator or function requires a document path; operator or function: attribute_not_exists",
                "begins_with(a, :b, :one) | An expression attribute value used in expression is not defined; attribute value: :b",
            })
    void of_several_mistakes_the_one_that_the_service_looks_for_first(
            String condition, String message) {
        assertRefused(condition, message);
    }

    @Test
    void is_neither_empty_nor_longer_than_4096_bytes() {
        assertRefused(" ", "The expression can not be empty;");
        assertRefused(
                "a = :a OR " + "b".repeat(4096),
                "Expression size has exceeded the maximum allowed size; expression size: 4106");
    }

    @Test
    void has_no_more_than_300_operators() {
        var comparisons =
                IntStream.range(0, 151).mapToObj(_ -> "a=:a").collect(Collectors.joining(" OR "));

        assertRefused(
                comparisons, "The expression contains too many operators; operator count: 301");
        assertAccepted(comparisons.substring("a=:a OR ".length()));
    }

    @Test
    void has_paths_of_no_more_than_32_levels() {
        assertAccepted("a" + ".b".repeat(31) + " = :a");
        assertRefused(
                "a" + ".b".repeat(32) + " = :a",
                "The document path has too many nesting levels; nesting levels: 33");
    }

    @Test
    void has_no_more_than_100_candidates() {
        var candidates = ":a,".repeat(99) + ":a";

        assertAccepted("a IN (" + candidates + ")");
        assertRefused(
                "a IN (" + candidates + ",:a)",
                "The IN operator is provided with too many operands; number of operands: 101");
    }

    @Test
    void survives_any_depth() {
        assertRefused("(".repeat(4000), "The expression has redundant parentheses;");
        assertRefused(
                "NOT ".repeat(1000) + "a = :a",
                "The expression contains too many operators; operator count: 301");
    }

    @Test
    void accepts_single_parentheses_around_anything() {
        assertAccepted("(a = :a)");
        assertAccepted("(a = :a) AND ((b = :a) OR (c = :a))");
        assertAccepted("begins_with((a), (:a))");
        assertAccepted("a IN ((:a))");
    }

    private static void assertAccepted(String condition) {
        assertThatCode(() -> condition(condition)).doesNotThrowAnyException();
    }

    private static void assertRefused(String condition, String message) {
        assertThatThrownBy(() -> condition(condition))
                .hasMessage("Invalid ConditionExpression: " + message);
    }

    private static Condition condition(String condition) {
        return Condition.of(ExpressionKind.CONDITION, condition, Request.values(VALUES));
    }
}
