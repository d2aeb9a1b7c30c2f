package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValueJson;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The names, values and items of tests, in DynamoDB's JSON with apostrophes for quotation marks.
final class Request {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Request() {}

    static Item item(String json) {
        return AttributeValueJson.readItem(JSON.readTree(json.replace('\'', '"')));
    }

    /// @param values such as `{':v': {'N': '1'}}`
    static ExpressionValues expressionValues(String values) {
        return ExpressionValues.of(JSON.readTree(values.replace('\'', '"')));
    }

    /// @param values such as `{':v': {'N': '1'}}`
    static ExpressionContext values(String values) {
        return context(Map.of(), values);
    }

    /// @param names such as `#a=a, #b=b`
    static ExpressionContext names(String names) {
        return context(names, "{}");
    }

    static ExpressionContext context(String names, String values) {
        var byPlaceholder = new HashMap<String, String>();
        for (var name : names.split(", ")) {
            var parts = name.split("=");
            byPlaceholder.put(parts[0], parts[1]);
        }
        return context(byPlaceholder, values);
    }

    private static ExpressionContext context(Map<String, String> names, String values) {
        return ExpressionContext.of(names, expressionValues(values).byName());
    }
}
