package groundschool.emulator.wire;

import java.util.List;
import java.util.Optional;

/// A type of AWS's API model. Shapes name the shapes that they consist of, because some contain
/// themselves; `ApiModel.shape` finds one by its name.
public sealed interface Shape {

    /// Unique in its model, such as `KeySchemaElement`.
    String name();

    /// Named members of different types.
    ///
    /// @param members in the order in which the service reports what is wrong with them
    /// @param error whether it is the answer of a refused call
    record Structure(String name, List<Member> members, boolean error) implements Shape {
        public Structure {
            members = List.copyOf(members);
        }

        /// The member of that name, as AWS spells it.
        public Optional<Member> member(String name) {
            return members.stream().filter(member -> member.name().equals(name)).findFirst();
        }
    }

    /// One member of a structure.
    ///
    /// @param name such as `TableName`, as AWS's SDKs spell it
    /// @param wireName what it is called in a body of a REST service, mostly the same; empty if it
    ///   is not in the body
    /// @param shape the name of its shape
    record Member(String name, String wireName, String shape, boolean required) {}

    /// Values of one type, in order.
    ///
    /// @param element the name of their shape
    record Sequence(String name, String element, Bounds length) implements Shape {}

    /// Values of one type, by key.
    ///
    /// @param key the name of the keys' shape
    /// @param value the name of the values' shape
    record Dictionary(String name, String key, String value, Bounds length) implements Shape {}

    /// Characters.
    ///
    /// @param pattern what the whole text must match
    /// @param values all that are allowed, in the order in which the service lists them; empty if
    ///   the text is free
    /// @param unlessArn the name of the shape that a text which is no ARN must fit
    record Text(
            String name,
            Bounds length,
            Optional<TextPattern> pattern,
            List<String> values,
            Optional<String> unlessArn)
            implements Shape {
        public Text {
            values = List.copyOf(values);
        }
    }

    /// A number.
    ///
    /// @param type its class in Java, by which the service calls it: Integer, Long, Float or Double
    record Numeric(String name, Class<? extends Number> type, Bounds range) implements Shape {

        /// Whether it has no fraction.
        public boolean whole() {
            return type == Integer.class || type == Long.class;
        }
    }

    /// True or false.
    record Flag(String name) implements Shape {}

    /// Bytes; base64 in JSON.
    record Bytes(String name, Bounds length) implements Shape {}

    /// A point in time; epoch seconds in JSON.
    ///
    /// @param isIso whether headers have it in ISO 8601, as documents do
    record Timestamp(String name, boolean isIso) implements Shape {}

    /// What a length or a number may be, both ends included; an open end is infinite.
    record Bounds(double least, double most) {

        /// No bounds at all.
        static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean allow(double value) {
            return least <= value && value <= most;
        }
    }
}
