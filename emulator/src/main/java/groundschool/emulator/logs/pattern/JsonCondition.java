package groundschool.emulator.logs.pattern;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a JSON document has to fulfil.
sealed interface JsonCondition {

    boolean holds(JsonNode document);

    /// All places that it looks at.
    Stream<Selector> selectors();

    /// All, or one at least, of some conditions.
    record Several(boolean all, List<JsonCondition> parts) implements JsonCondition {

        public Several {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(JsonNode document) {
            return all
                    ? parts.stream().allMatch(part -> part.holds(document))
                    : parts.stream().anyMatch(part -> part.holds(document));
        }

        @Override
        public Stream<Selector> selectors() {
            return parts.stream().flatMap(JsonCondition::selectors);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(JsonCondition::toString)
                    .collect(Collectors.joining(all ? " && " : " || ", "(", ")"));
        }
    }

    /// A value as wanted; with `[*]`, one of them at least.
    record Compares(Selector selector, Comparison comparison) implements JsonCondition {
        @Override
        public boolean holds(JsonNode document) {
            return selector.in(document)
                    .filter(node -> !node.isNull() && !node.isContainer())
                    .anyMatch(node -> comparison.holds(Selector.text(node)));
        }

        @Override
        public Stream<Selector> selectors() {
            return Stream.of(selector);
        }

        @Override
        public String toString() {
            return selector + " " + comparison;
        }
    }

    /// What a value is.
    enum Kind {
        IS_TRUE,
        IS_FALSE,
        IS_NULL,
        NOT_EXISTS
    }

    /// A value of that kind.
    record Is(Selector selector, Kind kind) implements JsonCondition {
        @Override
        public boolean holds(JsonNode document) {
            return switch (kind) {
                case IS_TRUE ->
                        selector.in(document)
                                .anyMatch(node -> node.isBoolean() && node.booleanValue());
                case IS_FALSE ->
                        selector.in(document)
                                .anyMatch(node -> node.isBoolean() && !node.booleanValue());
                case IS_NULL -> selector.in(document).anyMatch(JsonNode::isNull);
                case NOT_EXISTS -> selector.in(document).findAny().isEmpty();
            };
        }

        @Override
        public Stream<Selector> selectors() {
            return Stream.of(selector);
        }

        @Override
        public String toString() {
            return selector + " " + kind.name().replace('_', ' ');
        }
    }
}
