package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The way to an attribute of an item, or into its lists and maps.
///
/// @param steps at least one, of which the first is an attribute
public record DocumentPath(List<Step> steps) {

    /// A step from a map to an attribute, or from a list to an element.
    public sealed interface Step {}

    public record Attribute(String name) implements Step {
        @Override
        public String toString() {
            return name;
        }
    }

    public record Index(int index) implements Step {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    public DocumentPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getFirst() instanceof Index) {
            throw new IllegalArgumentException("a path begins with an attribute: " + steps);
        }
    }

    public static DocumentPath of(String attribute) {
        return new DocumentPath(List.of(new Attribute(attribute)));
    }

    /// The name of the item's attribute that it leads to or into.
    public String attribute() {
        return steps.getFirst().toString();
    }

    /// Whether it leads into an attribute.
    public boolean isNested() {
        return steps.size() > 1;
    }

    /// What the item has there.
    public Optional<AttributeValue> in(Item item) {
        var value = item.get(attribute());
        for (int i = 1; i < steps.size() && value.isPresent(); i++) {
            value = step(steps.get(i), value.get());
        }
        return value;
    }

    private static Optional<AttributeValue> step(Step step, AttributeValue from) {
        return switch (step) {
            case Attribute(var name) ->
                    from instanceof AttributeValue.M(var values)
                            ? Optional.ofNullable(values.get(name))
                            : Optional.empty();
            case Index(int index) ->
                    from instanceof AttributeValue.L(var values) && index < values.size()
                            ? Optional.of(values.get(index))
                            : Optional.empty();
        };
    }

    /// As the service writes it: `[a, [1], b]`.
    @Override
    public String toString() {
        return steps.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
