package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.Supplier;

/// Goes through the bytes of a packed item: part by part, or as values.
final class PackedReader {

    private final byte[] bytes;
    private int at;

    /// @param at where to begin
    PackedReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// The number of the type of the value that comes next.
    int type() {
        return bytes[at++];
    }

    /// A count, or a length.
    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    String text() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /// The name of an attribute, or of an entry of a map.
    String name() {
        int start = skip();
        return AttributeNames.of(bytes, start, at);
    }

    /// Steps over a name, and tells whether it is that.
    boolean isName(String wanted) {
        int start = skip();
        // No text has fewer bytes than letters.
        return at - start >= wanted.length() && AttributeNames.of(bytes, start, at).equals(wanted);
    }

    DynamoNumber dynamoNumber() {
        return DynamoNumber.fromBytes(sized());
    }

    Binary binary() {
        return Binary.wrapping(sized());
    }

    /// Steps over a text, a number or bytes.
    ///
    /// @return where it began; it ends at `position`
    int skip() {
        int length = number();
        at += length;
        return at - length;
    }

    /// Where the next part begins.
    int position() {
        return at;
    }

    byte[] array() {
        return bytes;
    }

    private byte[] sized() {
        int start = skip();
        return Arrays.copyOfRange(bytes, start, at);
    }

    /// Attributes, or the entries of a map.
    LinkedHashMap<String, AttributeValue> values() {
        int count = number();
        var values = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            values.put(name(), value());
        }
        return values;
    }

    AttributeValue value() {
        int type = type();
        return switch (type) {
            case 0 -> new AttributeValue.S(text());
            case 1 -> new AttributeValue.N(dynamoNumber());
            case 2 -> new AttributeValue.B(binary());
            case 3 -> new AttributeValue.BOOL(true);
            case 4 -> new AttributeValue.BOOL(false);
            case 5 -> new AttributeValue.NULL();
            case 6 -> new AttributeValue.M(values());
            case 7 -> {
                int count = number();
                var values = new ArrayList<AttributeValue>(count);
                for (int i = 0; i < count; i++) {
                    values.add(value());
                }
                yield new AttributeValue.L(values);
            }
            case 8 -> new AttributeValue.SS(set(this::text));
            case 9 -> new AttributeValue.NS(set(this::dynamoNumber));
            case 10 -> new AttributeValue.BS(set(this::binary));
            default -> throw new IllegalArgumentException("no type of values: " + type);
        };
    }

    /// Steps over a value.
    void skipValue() {
        int type = type();
        switch (type) {
            case 0, 1, 2 -> skip();
            case 3, 4, 5 -> {}
            case 6 -> {
                for (int rest = number(); rest > 0; rest--) {
                    skip();
                    skipValue();
                }
            }
            case 7 -> {
                for (int rest = number(); rest > 0; rest--) {
                    skipValue();
                }
            }
            case 8, 9, 10 -> {
                for (int rest = number(); rest > 0; rest--) {
                    skip();
                }
            }
            default -> throw new IllegalArgumentException("no type of values: " + type);
        }
    }

    private <E> SequencedSet<E> set(Supplier<E> member) {
        int count = number();
        var members = LinkedHashSet.<E>newLinkedHashSet(count);
        for (int i = 0; i < count; i++) {
            members.add(member.get());
        }
        return members;
    }
}
