package groundschool.emulator.iam.policy;

import java.util.List;

/// A value in the JSON of a policy document.
sealed interface PolicyNode {

    /// Where the parser stood when it had met the value.
    Position reached();

    record Text(String value, Position reached) implements PolicyNode {}

    /// A number or a Boolean, as it is written.
    record Literal(String value, Position reached) implements PolicyNode {}

    /// JSON's null.
    record Nothing(Position reached) implements PolicyNode {}

    record Items(List<PolicyNode> items, Position reached) implements PolicyNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(List<Field> fields, Position reached, Span span) implements PolicyNode {
        public Fields {
            fields = List.copyOf(fields);
        }

        boolean has(String name) {
            return fields.stream().anyMatch(field -> field.name().equals(name));
        }

        /// The values of the field, none if it is absent: at most one, once duplicates are refused.
        List<PolicyNode> all(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .toList();
        }

        /// The texts of the field: of a text itself, and of every item of a list.
        List<String> texts(String name) {
            return all(name).stream().flatMap(value -> PolicyNode.texts(value).stream()).toList();
        }
    }

    /// @param reached where the parser stood when it had met the name
    record Field(String name, PolicyNode value, Position reached) {}

    /// A text or literal itself, or all those of a list.
    static List<String> texts(PolicyNode node) {
        return switch (node) {
            case Text(var value, _) -> List.of(value);
            case Literal(var value, _) -> List.of(value);
            case Items(var items, _) ->
                    items.stream().flatMap(item -> texts(item).stream()).toList();
            case Nothing _, Fields _ -> List.of();
        };
    }
}
