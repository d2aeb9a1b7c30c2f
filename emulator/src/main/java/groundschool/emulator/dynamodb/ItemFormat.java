package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Format;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Supplier;

/// Items as compact bytes: a version, then each name with its value, which begins with the number
/// of its type. Lengths are written seven bits to the byte, the lowest first.
public final class ItemFormat implements Format<Item> {

    private static final byte VERSION = 1;

    @Override
    public byte[] write(Item item) {
        var out = new ByteSink(item.sizeBytes() + 3 * item.attributes().size() + 16);
        out.put(VERSION);
        writeAll(item.attributes(), out);
        return out.toByteArray();
    }

    @Override
    public Item read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("no format of items: " + version);
        }
        return Item.wrapping(readAll(in));
    }

    private static void writeAll(Map<String, AttributeValue> values, ByteSink out) {
        out.putLength(values.size());
        for (var attribute : values.entrySet()) {
            out.putSized(attribute.getKey().getBytes(StandardCharsets.UTF_8));
            write(attribute.getValue(), out);
        }
    }

    private static void write(AttributeValue value, ByteSink out) {
        switch (value) {
            case AttributeValue.S(var text) -> {
                out.put(0);
                out.putSized(text.getBytes(StandardCharsets.UTF_8));
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
                values.forEach(text -> out.putSized(text.getBytes(StandardCharsets.UTF_8)));
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

    private static LinkedHashMap<String, AttributeValue> readAll(ByteBuffer in) {
        int count = readLength(in);
        var values = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            values.put(readText(in), readValue(in));
        }
        return values;
    }

    private static AttributeValue readValue(ByteBuffer in) {
        byte type = in.get();
        return switch (type) {
            case 0 -> new AttributeValue.S(readText(in));
            case 1 -> new AttributeValue.N(DynamoNumber.fromBytes(readSized(in)));
            case 2 -> new AttributeValue.B(Binary.wrapping(readSized(in)));
            case 3 -> new AttributeValue.BOOL(true);
            case 4 -> new AttributeValue.BOOL(false);
            case 5 -> new AttributeValue.NULL();
            case 6 -> new AttributeValue.M(readAll(in));
            case 7 -> {
                int count = readLength(in);
                var values = new ArrayList<AttributeValue>(count);
                for (int i = 0; i < count; i++) {
                    values.add(readValue(in));
                }
                yield new AttributeValue.L(values);
            }
            case 8 -> new AttributeValue.SS(readSet(in, () -> readText(in)));
            case 9 ->
                    new AttributeValue.NS(readSet(in, () -> DynamoNumber.fromBytes(readSized(in))));
            case 10 -> new AttributeValue.BS(readSet(in, () -> Binary.wrapping(readSized(in))));
            default -> throw new IllegalArgumentException("no type of values: " + type);
        };
    }

    private static <E> SequencedSet<E> readSet(ByteBuffer in, Supplier<E> member) {
        int count = readLength(in);
        var members = LinkedHashSet.<E>newLinkedHashSet(count);
        for (int i = 0; i < count; i++) {
            members.add(member.get());
        }
        return members;
    }

    private static String readText(ByteBuffer in) {
        return new String(readSized(in), StandardCharsets.UTF_8);
    }

    private static byte[] readSized(ByteBuffer in) {
        var bytes = new byte[readLength(in)];
        in.get(bytes);
        return bytes;
    }

    private static int readLength(ByteBuffer in) {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
    }
}
