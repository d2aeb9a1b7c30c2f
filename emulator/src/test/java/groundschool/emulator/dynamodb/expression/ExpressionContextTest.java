package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.dynamodb.ExpressionValues;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionContextTest {

    private static final Optional<Map<String, String>> NO_NAMES = Optional.empty();
    private static final Optional<ExpressionValues> NO_VALUES = Optional.empty();

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
    void has_well_formed_names_and_values_if_any() {
        assertThatThrownBy(() -> ExpressionContext.of(Optional.of(Map.of()), NO_VALUES))
                .hasMessage("ExpressionAttributeNames must not be empty");
        assertThatThrownBy(() -> ExpressionContext.of(Optional.of(Map.of("x", "a")), NO_VALUES))
                .hasMessage(
                        "ExpressionAttributeNames contains invalid key: Syntax error; key: \"x\"");
        assertThatThrownBy(() ->
                        ExpressionContext.of(NO_NAMES, Optional.of(Request.expressionValues("{}"))))
                .hasMessage("ExpressionAttributeValues must not be empty");
        assertThatThrownBy(() ->
                        ExpressionContext.of(
                                NO_NAMES,
                                Optional.of(Request.expressionValues("{'v': {'N': '1'}}"))))
                .hasMessage(
                        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"");
    }

    @Test
    void gives_no_attribute_an_empty_name() {
        assertThatThrownBy(() -> ExpressionContext.of(Optional.of(Map.of("#x", "")), NO_VALUES))
                .hasMessage(
                        "ExpressionAttributeNames contains invalid value: Empty attribute name for key #x");
    }
}
