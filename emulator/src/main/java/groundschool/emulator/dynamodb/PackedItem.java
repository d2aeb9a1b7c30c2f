package groundschool.emulator.dynamodb;

import java.util.Map;
import java.util.Optional;

/// An item as compact bytes: a version, the item's size, then each name with its value, which
/// begins with the number of its type. Numbers are written seven bits to the byte, the lowest
/// first. The first version has no size.
final class PackedItem {

    private static final byte WITHOUT_SIZE = 1;
    private static final byte VERSION = 2;

    private final byte[] bytes;

    /// An item of these bytes, which the caller gives away.
    ///
    /// @throws IllegalArgumentException if they are of another format
    PackedItem(byte[] bytes) {
        byte version = bytes.length == 0 ? 0 : bytes[0];
        if (version != VERSION && version != WITHOUT_SIZE) {
            throw new IllegalArgumentException("no format of items: " + version);
        }
        this.bytes = bytes;
    }

    static PackedItem of(Item item) {
        var out = new ByteSink(item.sizeBytes() + 3 * item.attributes().size() + 16);
        out.put(VERSION);
        out.putLength(item.sizeBytes());
        writeAll(item.attributes(), out);
        return new PackedItem(out.toByteArray());
    }

    /// Not to be changed.
    byte[] bytes() {
        return bytes;
    }

    /// Where the attributes begin.
    PackedReader reader() {
        var reader = new PackedReader(bytes, 1);
        if (bytes[0] == VERSION) {
            reader.number();
        }
        return reader;
    }

    /// The size that counts towards the limit and the capacity.
    int sizeBytes() {
        return bytes[0] == VERSION
                ? new PackedReader(bytes, 1).number()
                : AttributeValue.sizeBytes(attributes());
    }

    Map<String, AttributeValue> attributes() {
        return reader().values();
    }

    /// The value of one attribute, without a look into the others.
    Optional<AttributeValue> find(String name) {
        var in = reader();
        for (int rest = in.number(); rest > 0; rest--) {
            if (in.isName(name)) {
                return Optional.of(in.value());
            }
            in.skipValue();
        }
        return Optional.empty();
    }

    private static void writeAll(Map<String, AttributeValue> values, ByteSink out) {
        out.putLength(values.size());
        for (var attribute : values.entrySet()) {
            out.putText(attribute.getKey());
            write(attribute.getValue(), out);
        }
    }

    private static void write(AttributeValue value, ByteSink out) {
        switch (value) {
            case AttributeValue.S(var text) -> {
                out.put(0);
                out.putText(text);
            }
            case AttributeValue.N(var number) -> {
                out.put(1);
                out.putSized(number.toBytes());
            }
            case AttributeValue.B(var binary) -> {
                out.put(2);
                out.putSized(binary.bytes());
            }
            case AttributeValue.BOOL(var truth) -> out.put(truth ? 3 : 4);
            case AttributeValue.NULL _ -> out.put(5);
            case AttributeValue.M(var values) -> {
                out.put(6);
                writeAll(values, out);
            }
            case AttributeValue.L(var values) -> {
                out.put(7);
                out.putLength(values.size());
                values.forEach(element -> write(element, out));
            }
            case AttributeValue.SS(var values) -> {
                out.put(8);
                out.putLength(values.size());
                values.forEach(out::putText);
            }
            case AttributeValue.NS(var values) -> {
                out.put(9);
                out.putLength(values.size());
                values.forEach(number -> out.putSized(number.toBytes()));
            }
            case AttributeValue.BS(var values) -> {
                out.put(10);
                out.putLength(values.size());
                values.forEach(binary -> out.putSized(binary.bytes()));
            }
        }
    }
}
