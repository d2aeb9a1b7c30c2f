package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionContextTest {

    private static final Optional<Map<String, String>> NO_NAMES = Optional.empty();
    private static final Optional<Map<String, AttributeValue>> NO_VALUES = Optional.empty();
    private static final Optional<Map<String, AttributeValue>> VALUE =
            Optional.of(Map.of(":v", AttributeValue.number(1)));

    @Test
    void tells_names_and_values_that_no_expression_used() {
        var context = Request.context("#a=a, #b=b", "{':v': {'N': '1'}}");
        Projection.of("#a", context);

        assertThatThrownBy(context::checkAllUsed)
                .hasMessage(
                        "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}");

        Condition.of(ExpressionKind.FILTER, "attribute_exists(#b)", context);
        assertThatThrownBy(context::checkAllUsed)
                .hasMessage(
                        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}");

        Condition.of(ExpressionKind.CONDITION, "#a = :v", context);
        assertThatCode(context::checkAllUsed).doesNotThrowAnyException();
    }

    @Test
    void has_names_and_values_only_with_an_expression() {
        var none =
                Map.<ExpressionKind, Optional<String>>of(
                        ExpressionKind.CONDITION, Optional.empty(),
                        ExpressionKind.UPDATE, Optional.empty());

        assertThatThrownBy(() -> ExpressionContext.of(Optional.of(Map.of("#a", "a")), VALUE, none))
                .hasMessage(
                        "ExpressionAttributeNames can only be specified when using expressions");
        assertThatThrownBy(() -> ExpressionContext.of(NO_NAMES, VALUE, none))
                .hasMessage(
                        "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null");
        assertThatThrownBy(() ->
                        ExpressionContext.of(
                                NO_NAMES,
                                VALUE,
                                Map.of(
                                        ExpressionKind.FILTER, Optional.empty(),
                                        ExpressionKind.PROJECTION, Optional.of("a"))))
                .hasMessage(
                        "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null");
    }

    @Test
    void has_well_formed_names_and_values_if_any() {
        var condition = Map.of(ExpressionKind.CONDITION, Optional.of("attribute_exists(a)"));

        assertThatThrownBy(() -> ExpressionContext.of(Optional.of(Map.of()), NO_VALUES, condition))
                .hasMessage("ExpressionAttributeNames must not be empty");
        assertThatThrownBy(() ->
                        ExpressionContext.of(Optional.of(Map.of("x", "a")), NO_VALUES, condition))
                .hasMessage(
                        "ExpressionAttributeNames contains invalid key: Syntax error; key: \"x\"");
        assertThatThrownBy(() -> ExpressionContext.of(NO_NAMES, Optional.of(Map.of()), condition))
                .hasMessage("ExpressionAttributeValues must not be empty");
        assertThatThrownBy(() ->
                        ExpressionContext.of(
                                NO_NAMES,
                                Optional.of(Map.of("v", AttributeValue.number(1))),
                                condition))
                .hasMessage(
                        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"");
    }

    @Test
    void gives_no_attribute_an_empty_name() {
        var condition = Map.of(ExpressionKind.CONDITION, Optional.of("attribute_exists(#x)"));

        assertThatThrownBy(() ->
                        ExpressionContext.of(Optional.of(Map.of("#x", "")), NO_VALUES, condition))
                .hasMessage(
                        "ExpressionAttributeNames contains invalid value: Empty attribute name for key #x");
    }
}
