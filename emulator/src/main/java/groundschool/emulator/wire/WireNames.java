package groundschool.emulator.wire;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives members the names that they have in the JSON of a REST service, where those differ from
/// the names that SDKs have for them: API Gateway's `items` is `item` on the wire.
///
/// Source: [jsonName trait](https://smithy.io/2.0/spec/protocol-traits.html#jsonname-trait)
final class WireNames {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Shape> types;

    /// The members of each structure that has some of another name, by the names on the wire.
    private final Map<String, Map<String, Shape.Member>> received;

    /// The same, by their own names.
    private final Map<String, Map<String, Shape.Member>> sent;

    WireNames(Map<String, Shape> types) {
        this.types = types;
        var differing =
                types.values().stream()
                        .filter(Shape.Structure.class::isInstance)
                        .map(Shape.Structure.class::cast)
                        .flatMap(structure -> structure.members().stream())
                        .anyMatch(member ->
                                !member.wireName().isEmpty()
                                        && !member.name().equals(member.wireName()));
        this.received = differing ? members(Shape.Member::wireName) : Map.of();
        this.sent = differing ? members(Shape.Member::name) : Map.of();
    }

    private Map<String, Map<String, Shape.Member>> members(Function<Shape.Member, String> by) {
        return types.values().stream()
                .filter(Shape.Structure.class::isInstance)
                .map(Shape.Structure.class::cast)
                .collect(
                        Collectors.toMap(
                                Shape::name,
                                structure ->
                                        structure.members().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                by, each -> each, (a, _) -> a))));
    }

    /// What came over the wire, with the members' own names.
    JsonNode read(JsonNode value, Shape shape) {
        return received.isEmpty() ? value : renamed(value, shape, received, Shape.Member::name);
    }

    /// What goes over the wire.
    JsonNode written(JsonNode value, Shape shape) {
        return sent.isEmpty() ? value : renamed(value, shape, sent, Shape.Member::wireName);
    }

    private JsonNode renamed(
            JsonNode value,
            Shape shape,
            Map<String, Map<String, Shape.Member>> members,
            Function<Shape.Member, String> name) {
        switch (shape) {
            case Shape.Structure structure when value.isObject() -> {
                var known = members.getOrDefault(structure.name(), Map.of());
                var other = NODES.objectNode();
                for (var given : value.properties()) {
                    var member = known.get(given.getKey());
                    if (member == null) {
                        other.set(given.getKey(), given.getValue());
                    } else {
                        other.set(
                                name.apply(member),
                                inner(given.getValue(), member.shape(), members, name));
                    }
                }
                return other;
            }
            case Shape.Sequence sequence when value.isArray() -> {
                var other = NODES.arrayNode();
                value.forEach(each -> other.add(inner(each, sequence.element(), members, name)));
                return other;
            }
            case Shape.Dictionary dictionary when value.isObject() -> {
                var other = NODES.objectNode();
                for (var given : value.properties()) {
                    other.set(
                            given.getKey(),
                            inner(given.getValue(), dictionary.value(), members, name));
                }
                return other;
            }
            default -> {
                return value;
            }
        }
    }

    private JsonNode inner(
            JsonNode value,
            String shape,
            Map<String, Map<String, Shape.Member>> members,
            Function<Shape.Member, String> name) {
        var type = types.get(shape);
        return type == null ? value : renamed(value, type, members, name);
    }
}
