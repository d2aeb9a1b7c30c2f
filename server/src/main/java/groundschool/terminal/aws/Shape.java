package groundschool.terminal.aws;

import groundschool.emulator.wire.ApiModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A shape of an API model: what a value looks like.
record Shape(ApiModel model, String name, JsonNode node) {

    /// The kinds of shapes that there are.
    enum Type {
        STRUCTURE,
        LIST,
        MAP,
        STRING,
        INTEGER,
        LONG,
        FLOAT,
        DOUBLE,
        BOOLEAN,
        TIMESTAMP,
        BLOB;

        boolean isContainer() {
            return this == STRUCTURE || this == LIST || this == MAP;
        }

        /// As the command line names it.
        String cliName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Shape named(ApiModel model, String name) {
        return new Shape(model, name, model.shape(name).orElseThrow());
    }

    Type type() {
        return switch (node.path("type").asString()) {
            case "structure" -> Type.STRUCTURE;
            case "list" -> Type.LIST;
            case "map" -> Type.MAP;
            case "integer" -> Type.INTEGER;
            case "long" -> Type.LONG;
            case "float" -> Type.FLOAT;
            case "double" -> Type.DOUBLE;
            case "boolean" -> Type.BOOLEAN;
            case "timestamp" -> Type.TIMESTAMP;
            case "blob" -> Type.BLOB;
            default -> Type.STRING;
        };
    }

    /// The members of a structure, in the model's order.
    Map<String, Shape> members() {
        var members = new LinkedHashMap<String, Shape>();
        for (var member : node.path("members").properties()) {
            members.put(member.getKey(), referred(member.getValue()));
        }
        return members;
    }

    /// The names of the members that must be there.
    List<String> required() {
        return node.path("required").values().stream().map(JsonNode::asString).toList();
    }

    /// The member of an output that is the whole body of the answer, in bytes.
    Optional<String> body() {
        return Optional.of(node.path("payload").asString(""))
                .filter(member -> within(member).filter(of -> of.type() == Type.BLOB).isPresent());
    }

    /// The member of an input that streams: the whole body of the request, of any length.
    Optional<String> content() {
        return body().filter(member ->
                node.path("members").path(member).path("streaming").asBoolean(false));
    }

    /// This structure without one of its members.
    Shape without(String member) {
        var copy = (ObjectNode) node.deepCopy();
        copy.withObject("/members").remove(member);
        return new Shape(model, name, copy);
    }

    /// Whether a client makes up this member's value when none is given.
    boolean isMadeUp(String member) {
        return node.path("members").path(member).path("idempotencyToken").asBoolean(false);
    }

    /// What a list holds.
    Shape element() {
        return referred(node.path("member"));
    }

    /// What a map is keyed by.
    Shape key() {
        return referred(node.path("key"));
    }

    /// What a map holds.
    Shape value() {
        return referred(node.path("value"));
    }

    /// The shape of what stands under a name in a structure or map, if anything may.
    Optional<Shape> within(String name) {
        return type() == Type.MAP
                ? Optional.of(value())
                : node.path("members").path(name).asOptional().map(this::referred);
    }

    /// The least length or value.
    OptionalInt least() {
        return node.has("min") ? OptionalInt.of(node.path("min").asInt()) : OptionalInt.empty();
    }

    /// The values that a string may have, or none if it may have any.
    List<String> choices() {
        return node.path("enum").values().stream().map(JsonNode::asString).toList();
    }

    private Shape referred(JsonNode reference) {
        return named(model, reference.path("shape").asString());
    }
}
