package groundschool.emulator.dynamodb;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The values that a request gives to its expressions, whose mistakes are told with their names.
///
/// @param byName with the colon
public record ExpressionValues(Map<String, AttributeValue> byName) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ExpressionValues read(JsonNode json) {
        return new ExpressionValues(AttributeValueJson.readExpressionValues(json));
    }
}
