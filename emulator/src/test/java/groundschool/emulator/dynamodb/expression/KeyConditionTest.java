package groundschool.emulator.dynamodb.expression;

import static groundschool.emulator.dynamodb.AttributeValue.number;
import static groundschool.emulator.dynamodb.AttributeValue.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.KeyAttribute;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyConditionTest {

    private static final List<KeyAttribute> PK = List.of(new KeyAttribute("pk", AttributeType.S));
    private static final List<KeyAttribute> SK = List.of(new KeyAttribute("sk", AttributeType.N));

    private static final String VALUES =
            """
            {':p': {'S': 'p'}, ':empty': {'S': ''}, ':one': {'N': '1'}, ':five': {'N': '5'}, ':t': {'BOOL': true}}
            """;

    @Test
    void selects_a_partition() {
        assertThat(on("pk = :p"))
                .isEqualTo(new KeyRange(List.of(string("p")), List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sk = :one AND pk = :p | 1 | 2",
                "pk = :p AND sk > :one | 2 | 1",
                "(pk = :p) AND (sk >= :one) | 1 | 0",
                "(pk = :p AND sk < :five) | 4 | 5",
                ":p = pk AND :one <= sk | 1 | 0",
                "pk = :p AND sk BETWEEN :one AND :five | 5 | 6",
            })
    void selects_a_range_of_sort_keys(String condition, long inside, long outside) {
        var range = on(condition).sort().orElseThrow();

        assertThat(range.test(number(inside))).isTrue();
        assertThat(range.test(number(outside))).isFalse();
    }

    @Test
    void selects_sort_keys_by_their_beginning() {
        var range =
                read("pk = :p AND begins_with(sk, :p)")
                        .on(PK, List.of(new KeyAttribute("sk", AttributeType.S)))
                        .sort()
                        .orElseThrow();

        assertThat(range.test(string("pa"))).isTrue();
        assertThat(range.test(string("a"))).isFalse();
    }

    @Test
    void takes_several_attributes_of_a_key_from_the_left() {
        var year = new KeyAttribute("yr", AttributeType.N);
        var day = new KeyAttribute("dy", AttributeType.N);
        var condition = read("pk = :p AND yr = :one AND dy < :five");

        assertThat(condition.on(PK, List.of(year, day)))
                .isEqualTo(
                        new KeyRange(
                                List.of(string("p")),
                                List.of(number(1)),
                                Optional.of(
                                        new SortKeyCondition.Compared(
                                                Comparator.LESS, number(5)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pk = :p OR sk = :one | Invalid operator used in KeyConditionExpression: OR",
                "NOT pk = :p | Invalid operator used in KeyConditionExpression: NOT",
                "pk IN (:p) | Invalid operator used in KeyConditionExpression: IN",
                "pk <> :p | Invalid operator used in KeyConditionExpression: <>",
                "pk = :p AND attribute_exists(sk) | Invalid operator used in KeyConditionExpression: attribute_exists",
                "pk = :p AND contains(sk, :p) | Invalid operator used in KeyConditionExpression: contains",
                "pk = :p AND size(sk) = :one | KeyConditionExpressions cannot contain nested operations",
                "pk = :p AND :one BETWEEN sk AND :five | Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand",
                "pk = :p AND begins_with(:p, sk) | Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand",
                "pk = sk | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
                ":p = :p | Invalid condition in KeyConditionExpression: No key attribute specified",
                "pk = :p AND sk.foo = :one | KeyConditionExpressions cannot have conditions on nested attributes",
                "pk = :p AND sk > :one AND sk < :five | KeyConditionExpressions must only contain one condition per key",
                "pk = :p AND begins_with(sk, :one) | Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
                "pk = :p AND :t >= sk | Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: >=, operand type: BOOL",
                "pk = :x | Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; attribute value: :x",
                "pk = | Invalid KeyConditionExpression: Syntax error; token: \"<EOF>\", near: \"=\"",
            })
    void refuses_what_keys_cannot_have(String condition, String message) {
        assertThatThrownBy(() -> on(condition)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sk = :one | Query condition missed key schema element: pk",
                "another = :one | Query condition missed key schema element: pk",
                "pk = :p AND another = :one | Query condition missed key schema element: sk",
                "begins_with(pk, :p) | Query key condition not supported",
                "pk > :p | Query key condition not supported",
                "pk = :one | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "pk = :p AND sk = :t | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "pk = :p AND begins_with(sk, :p) | One or more parameter values were invalid: Condition parameter type does not match schema type",
                "pk = :empty | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
                "pk = :p AND sk > :one AND extra = :five | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)",
            })
    void refuses_what_does_not_fit_the_keys(String condition, String message) {
        assertThatThrownBy(() -> on(condition)).hasMessage(message);
    }

    private static KeyRange on(String condition) {
        return read(condition).on(PK, SK);
    }

    private static KeyCondition read(String condition) {
        return KeyCondition.of(
                Condition.of(ExpressionKind.KEY_CONDITION, condition, Request.values(VALUES)));
    }
}
