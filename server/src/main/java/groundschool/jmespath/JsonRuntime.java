package groundschool.jmespath;

import io.burt.jmespath.BaseRuntime;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.RuntimeConfiguration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Tells the JMESPath library what Jackson's trees are made of.
final class JsonRuntime extends BaseRuntime<JsonNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    JsonRuntime() {
        super(RuntimeConfiguration.defaultConfiguration());
    }

    @Override
    public JsonNode parseString(String json) {
        return MAPPER.readTree(json);
    }

    @Override
    public List<JsonNode> toList(JsonNode value) {
        return value.isArray() || value.isObject() ? List.copyOf(value.values()) : List.of();
    }

    @Override
    public String toString(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public Number toNumber(JsonNode value) {
        return value.isNumber() ? value.numberValue() : 0;
    }

    /// As the specification has it: empty strings, lists and objects, false and null are not.
    @Override
    public boolean isTruthy(JsonNode value) {
        return switch (typeOf(value)) {
            case NULL -> false;
            case NUMBER -> true;
            case BOOLEAN -> value.booleanValue();
            case ARRAY, OBJECT -> !value.isEmpty();
            case STRING -> !value.stringValue().isEmpty();
        };
    }

    @Override
    public JmesPathType typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> JmesPathType.ARRAY;
            case OBJECT, POJO -> JmesPathType.OBJECT;
            case STRING, BINARY -> JmesPathType.STRING;
            case NUMBER -> JmesPathType.NUMBER;
            case BOOLEAN -> JmesPathType.BOOLEAN;
            case NULL, MISSING -> JmesPathType.NULL;
        };
    }

    @Override
    public JsonNode getProperty(JsonNode value, JsonNode name) {
        var found = name.isString() ? value.get(name.stringValue()) : null;
        return found == null ? createNull() : found;
    }

    @Override
    public Collection<JsonNode> getPropertyNames(JsonNode value) {
        return value.propertyNames().stream().map(this::createString).toList();
    }

    @Override
    public JsonNode createNull() {
        return NODES.nullNode();
    }

    @Override
    public JsonNode createArray(Collection<JsonNode> elements) {
        var array = NODES.arrayNode();
        elements.forEach(array::add);
        return array;
    }

    @Override
    public JsonNode createString(String text) {
        return NODES.stringNode(text);
    }

    @Override
    public JsonNode createBoolean(boolean value) {
        return NODES.booleanNode(value);
    }

    @Override
    public JsonNode createObject(Map<JsonNode, JsonNode> entries) {
        var object = NODES.objectNode();
        entries.forEach((key, value) -> object.set(key.stringValue(), value));
        return object;
    }

    /// A whole number stays one, so that a sum of counts reads as a count.
    @Override
    public JsonNode createNumber(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    @Override
    public JsonNode createNumber(long value) {
        return NODES.numberNode(value);
    }
}
