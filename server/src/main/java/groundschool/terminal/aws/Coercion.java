package groundschool.terminal.aws;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives what was read from shorthand, which is all text, the types that its shape asks for.
final class Coercion {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Coercion() {}

    static JsonNode of(JsonNode value, Shape shape) {
        return switch (shape.type()) {
            case STRUCTURE, MAP -> members(value, shape);
            case LIST -> list(value, shape);
            case INTEGER, LONG -> value.isString() ? Values.wholeNumber(value.asString()) : value;
            case FLOAT, DOUBLE -> value.isString() ? number(value.asString()) : value;
            case BOOLEAN ->
                    switch (value.isString() ? value.asString().toLowerCase(Locale.ROOT) : "") {
                        case "true" -> NODES.booleanNode(true);
                        case "false" -> NODES.booleanNode(false);
                        default -> value;
                    };
            case STRING, TIMESTAMP, BLOB -> value;
        };
    }

    private static JsonNode members(JsonNode value, Shape shape) {
        if (!value.isObject()) {
            return value;
        }
        var object = NODES.objectNode();
        for (var each : value.properties()) {
            object.set(
                    each.getKey(),
                    shape.within(each.getKey())
                            .map(of -> of(each.getValue(), of))
                            .orElse(each.getValue()));
        }
        return object;
    }

    /// A single value stands for a list of one, which is taken as it is.
    private static JsonNode list(JsonNode value, Shape shape) {
        if (!value.isArray()) {
            return NODES.arrayNode().add(value);
        }
        var list = NODES.arrayNode();
        value.values().forEach(each -> list.add(of(each, shape.element())));
        return list;
    }

    private static JsonNode number(String text) {
        try {
            return NODES.numberNode(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            throw CliException.failed(
                    "could not convert string to float: " + PythonText.quoted(text));
        }
    }
}
