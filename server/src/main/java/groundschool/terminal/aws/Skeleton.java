package groundschool.terminal.aws;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A value of a shape with nothing in it, to be filled in.
final class Skeleton {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Skeleton() {}

    static JsonNode of(Shape shape) {
        return of(shape, List.of());
    }

    private static JsonNode of(Shape shape, List<String> within) {
        if (shape.type() == Shape.Type.STRUCTURE && within.contains(shape.name())) {
            return NODES.objectNode();
        }
        var inner = new ArrayList<>(within);
        inner.add(shape.name());
        return switch (shape.type()) {
            case STRUCTURE -> {
                var structure = NODES.objectNode();
                shape.members().forEach((name, member) -> structure.set(name, of(member, inner)));
                yield structure;
            }
            case MAP -> NODES.objectNode().set("KeyName", of(shape.value(), inner));
            case LIST -> NODES.arrayNode().add(of(shape.element(), inner));
            case STRING -> NODES.stringNode(shape.choices().stream().findFirst().orElse(""));
            case BLOB -> NODES.nullNode();
            case TIMESTAMP -> NODES.stringNode("1970-01-01T00:00:00");
            case INTEGER, LONG -> NODES.numberNode(0);
            case FLOAT, DOUBLE -> NODES.numberNode(0.0);
            case BOOLEAN -> NODES.booleanNode(true);
        };
    }
}
