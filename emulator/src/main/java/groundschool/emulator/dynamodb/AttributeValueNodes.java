package groundschool.emulator.dynamodb;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// DynamoDB's JSON as a tree, for those in this process who get one: its maps have just the room
/// that they need, which a generator of trees cannot know.
final class AttributeValueNodes {

    private AttributeValueNodes() {}

    static ObjectNode of(Item item) {
        return item.packed()
                .map(packed -> PackedNodes.of(packed.reader()))
                .orElseGet(() -> of(item.attributes()));
    }

    private static ObjectNode of(Map<String, AttributeValue> values) {
        var nodes = LinkedHashMap.<String, JsonNode>newLinkedHashMap(values.size());
        for (var value : values.entrySet()) {
            nodes.put(value.getKey(), of(value.getValue()));
        }
        return new ObjectNode(JsonNodeFactory.instance, nodes);
    }

    private static ObjectNode of(AttributeValue value) {
        var only = LinkedHashMap.<String, JsonNode>newLinkedHashMap(1);
        only.put(value.type().name(), content(value));
        return new ObjectNode(JsonNodeFactory.instance, only);
    }

    private static JsonNode content(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> StringNode.valueOf(text);
            case AttributeValue.N(var number) -> StringNode.valueOf(number.toString());
            case AttributeValue.B(var binary) -> BinaryNode.valueOf(binary.bytes());
            case AttributeValue.BOOL(var truth) -> BooleanNode.valueOf(truth);
            case AttributeValue.NULL _ -> BooleanNode.TRUE;
            case AttributeValue.M(var values) -> of(values);
            case AttributeValue.L(var values) -> array(values, AttributeValueNodes::of);
            case AttributeValue.SS(var values) -> array(values, StringNode::valueOf);
            case AttributeValue.NS(var values) ->
                    array(values, number -> StringNode.valueOf(number.toString()));
            case AttributeValue.BS(var values) ->
                    array(values, binary -> BinaryNode.valueOf(binary.bytes()));
        };
    }

    private static <E> ArrayNode array(Collection<E> values, Function<E, JsonNode> node) {
        var array = new ArrayNode(JsonNodeFactory.instance, values.size());
        for (var value : values) {
            array.add(node.apply(value));
        }
        return array;
    }
}
