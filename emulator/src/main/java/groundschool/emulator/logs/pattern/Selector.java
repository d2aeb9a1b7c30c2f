package groundschool.emulator.logs.pattern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A place in a JSON document, such as `$.user.roles[0]`.
///
/// @param steps from the document inwards
public record Selector(List<Step> steps) {

    public Selector {
        steps = List.copyOf(steps);
    }

    /// One step inwards.
    public sealed interface Step {

        /// A member of an object.
        record Member(String name) implements Step {
            @Override
            public String toString() {
                return name.matches("[A-Za-z0-9_@-]+") ? "." + name : ".['" + name + "']";
            }
        }

        /// An element of an array, counted from 0.
        record Element(int index) implements Step {
            @Override
            public String toString() {
                return "[" + index + "]";
            }
        }

        /// All elements of an array.
        record Every() implements Step {
            @Override
            public String toString() {
                return "[*]";
            }
        }
    }

    /// All values that are there.
    Stream<JsonNode> in(JsonNode document) {
        var found = Stream.of(document);
        for (var step : steps) {
            found =
                    switch (step) {
                        case Step.Member(var name) ->
                                found.flatMap(node -> Optional.ofNullable(node.get(name)).stream());
                        case Step.Element(var index) ->
                                found.flatMap(
                                        node -> Optional.ofNullable(node.get(index)).stream());
                        case Step.Every() ->
                                found.flatMap(
                                        node -> node.isArray() ? node.valueStream() : Stream.of());
                    };
        }
        return found;
    }

    /// The first value as text.
    Optional<String> first(JsonNode document) {
        return in(document).findFirst().map(Selector::text);
    }

    /// A value as it is compared and shown.
    static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("", "$", ""));
    }
}
