package groundschool.emulator.wire;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A value as AWS's framework prints it in a message: as Java's `toString` would.
final class Rendering {

    private Rendering() {}

    static String of(JsonNode value, Shape shape, Map<String, Shape> shapes) {
        return switch (shape) {
            case Shape.Structure structure when value.isObject() ->
                    structure.members().stream()
                            .filter(member -> value.hasNonNull(member.name()))
                            .map(member ->
                                    Paths.lowerFirst(member.name())
                                            + "="
                                            + of(value.path(member.name()), member.shape(), shapes))
                            .collect(Collectors.joining(", ", structure.name() + "(", ")"));
            case Shape.Sequence sequence when value.isArray() ->
                    value.valueStream()
                            .map(element -> of(element, sequence.element(), shapes))
                            .collect(Collectors.joining(", ", "[", "]"));
            case Shape.Dictionary dictionary when value.isObject() ->
                    value.propertyStream()
                            .map(entry ->
                                    entry.getKey()
                                            + "="
                                            + of(entry.getValue(), dictionary.value(), shapes))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Shape.Numeric numeric when value.isNumber() && !numeric.whole() ->
                    Double.toString(value.doubleValue());
            default -> value.isString() ? value.stringValue() : value.toString();
        };
    }

    private static String of(JsonNode value, String shape, Map<String, Shape> shapes) {
        var found = shapes.get(shape);
        return found == null ? value.toString() : of(value, found, shapes);
    }
}
