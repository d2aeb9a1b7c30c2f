package groundschool.emulator.dynamodb;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedSet;

/// The value of an attribute: one of DynamoDB's ten data types. Sets are equal whatever their
/// order.
///
/// Source:
/// [AttributeValue](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html)
public sealed interface AttributeValue {

    record S(String value) implements AttributeValue {}

    record N(DynamoNumber value) implements AttributeValue {}

    record B(Binary value) implements AttributeValue {}

    record BOOL(boolean value) implements AttributeValue {}

    record NULL() implements AttributeValue {}

    /// @param values by name; the order is kept, but maps are equal whatever it is
    record M(Map<String, AttributeValue> values) implements AttributeValue {

        public M {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    record L(List<AttributeValue> values) implements AttributeValue {

        public L {
            values = List.copyOf(values);
        }
    }

    /// @param values at least one
    record SS(SequencedSet<String> values) implements AttributeValue {

        public SS {
            values = copyOf(values);
        }
    }

    /// @param values at least one
    record NS(SequencedSet<DynamoNumber> values) implements AttributeValue {

        public NS {
            values = copyOf(values);
        }
    }

    /// @param values at least one
    record BS(SequencedSet<Binary> values) implements AttributeValue {

        public BS {
            values = copyOf(values);
        }
    }

    /// The value of a key for people, and for policies, to read; empty for what can be no key.
    default String keyText() {
        return switch (this) {
            case S(var text) -> text;
            case N(var number) -> number.toString();
            case B(var binary) -> binary.base64();
            case BOOL _, NULL _, M _, L _, SS _, NS _, BS _ -> "";
        };
    }

    static S string(String value) {
        return new S(value);
    }

    static N number(long value) {
        return new N(DynamoNumber.of(value));
    }

    /// @throws groundschool.emulator.AwsException if the text is no number that DynamoDB can hold
    static N number(String text) {
        return new N(DynamoNumber.parse(text));
    }

    static B binary(byte... bytes) {
        return new B(Binary.of(bytes));
    }

    private static <E> SequencedSet<E> copyOf(Collection<E> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a set has at least one member");
        }
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(values));
    }

    default AttributeType type() {
        return switch (this) {
            case S _ -> AttributeType.S;
            case N _ -> AttributeType.N;
            case B _ -> AttributeType.B;
            case BOOL _ -> AttributeType.BOOL;
            case NULL _ -> AttributeType.NULL;
            case M _ -> AttributeType.M;
            case L _ -> AttributeType.L;
            case SS _ -> AttributeType.SS;
            case NS _ -> AttributeType.NS;
            case BS _ -> AttributeType.BS;
        };
    }

    /// The size that counts towards the item's 400 KB and its capacity, without the name.
    ///
    /// Source: [DynamoDB item
    /// sizes](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html)
    default int sizeBytes() {
        return switch (this) {
            case S(var value) -> Utf8.length(value);
            case N(var value) -> value.sizeBytes();
            case B(var value) -> value.length();
            case BOOL _, NULL _ -> 1;
            case M(var values) -> 3 + values.size() + sizeBytes(values);
            case L(var values) -> {
                int size = 3 + values.size();
                for (var value : values) {
                    size += value.sizeBytes();
                }
                yield size;
            }
            case SS(var values) -> values.stream().mapToInt(Utf8::length).sum();
            case NS(var values) -> values.stream().mapToInt(DynamoNumber::sizeBytes).sum();
            case BS(var values) -> values.stream().mapToInt(Binary::length).sum();
        };
    }

    /// The size of names and values together, without a map's overhead.
    static int sizeBytes(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (var attribute : attributes.entrySet()) {
            size += Utf8.length(attribute.getKey()) + attribute.getValue().sizeBytes();
        }
        return size;
    }

    /// How many levels of documents this is deep: 1 for all but lists and maps.
    default int levels() {
        return switch (this) {
            case M(var values) -> 1 + deepest(values.values());
            case L(var values) -> 1 + deepest(values);
            case S _, N _, B _, BOOL _, NULL _, SS _, NS _, BS _ -> 1;
        };
    }

    private static int deepest(Collection<AttributeValue> values) {
        int deepest = 0;
        for (var value : values) {
            deepest = Math.max(deepest, value.levels());
        }
        return deepest;
    }

    /// The order of two strings (by their UTF-8 bytes), two numbers, or two binary values
    /// (unsigned); empty for any other pair, which has no order.
    default OptionalInt compare(AttributeValue other) {
        if (this instanceof S(var left) && other instanceof S(var right)) {
            return OptionalInt.of(Utf8.compare(left, right));
        }
        if (this instanceof N(var left) && other instanceof N(var right)) {
            return OptionalInt.of(left.compareTo(right));
        }
        if (this instanceof B(var left) && other instanceof B(var right)) {
            return OptionalInt.of(left.compareTo(right));
        }
        return OptionalInt.empty();
    }
}
