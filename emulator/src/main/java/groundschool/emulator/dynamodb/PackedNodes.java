package groundschool.emulator.dynamodb;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The bytes of a packed item as a tree, without its values between.
final class PackedNodes {

    private PackedNodes() {}

    /// Attributes, or the entries of a map.
    static ObjectNode of(PackedReader in) {
        int count = in.number();
        var nodes = LinkedHashMap.<String, JsonNode>newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            nodes.put(in.name(), value(in));
        }
        return new ObjectNode(JsonNodeFactory.instance, nodes);
    }

    private static ObjectNode value(PackedReader in) {
        int type = in.type();
        return switch (type) {
            case 0 -> only("S", text(in));
            case 1 -> only("N", number(in));
            case 2 -> only("B", binary(in));
            case 3 -> only("BOOL", BooleanNode.TRUE);
            case 4 -> only("BOOL", BooleanNode.FALSE);
            case 5 -> only("NULL", BooleanNode.TRUE);
            case 6 -> only("M", of(in));
            case 7 -> only("L", array(in, () -> value(in)));
            case 8 -> only("SS", array(in, () -> text(in)));
            case 9 -> only("NS", array(in, () -> number(in)));
            case 10 -> only("BS", array(in, () -> binary(in)));
            default -> throw new IllegalArgumentException("no type of values: " + type);
        };
    }

    private static ObjectNode only(String type, JsonNode content) {
        var only = LinkedHashMap.<String, JsonNode>newLinkedHashMap(1);
        only.put(type, content);
        return new ObjectNode(JsonNodeFactory.instance, only);
    }

    private static JsonNode text(PackedReader in) {
        return StringNode.valueOf(in.text());
    }

    private static JsonNode number(PackedReader in) {
        return StringNode.valueOf(in.dynamoNumber().toString());
    }

    private static JsonNode binary(PackedReader in) {
        return BinaryNode.valueOf(in.binary().bytes());
    }

    private static ArrayNode array(PackedReader in, Supplier<JsonNode> element) {
        int count = in.number();
        var array = new ArrayNode(JsonNodeFactory.instance, count);
        for (int i = 0; i < count; i++) {
            array.add(element.get());
        }
        return array;
    }
}
