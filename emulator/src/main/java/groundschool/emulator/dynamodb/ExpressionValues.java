package groundschool.emulator.dynamodb;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The values that a request gives to its expressions. The service reads them after all else but
/// the expressions, and tells their mistakes with their names.
public final class ExpressionValues {

    private final JsonNode json;

    private ExpressionValues(JsonNode json) {
        this.json = json;
    }

    /// @param json a map of values, as the wire has it
    public static ExpressionValues of(JsonNode json) {
        return new ExpressionValues(json);
    }

    /// As the wire has them.
    @JsonValue
    public JsonNode json() {
        return json;
    }

    /// Their names, with the colon.
    public Set<String> names() {
        return new LinkedHashSet<>(json.propertyNames());
    }

    /// The values by their names.
    ///
    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if one is no value that
    ///   DynamoDB can hold
    public Map<String, AttributeValue> byName() {
        return AttributeValueJson.readExpressionValues(json);
    }
}
