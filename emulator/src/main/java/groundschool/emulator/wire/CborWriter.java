package groundschool.emulator.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Writes values as CBOR, by their shapes: what JSON has as a number may be a time.
///
/// Source: [RFC 8949](https://www.rfc-editor.org/rfc/rfc8949)
final class CborWriter {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int EPOCH_SECONDS = 1;
    private static final int FALSE = 0xF4;
    private static final int TRUE = 0xF5;
    private static final int NULL = 0xF6;
    private static final int DOUBLE = 0xFB;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Shape> shapes;

    CborWriter(Map<String, Shape> shapes) {
        this.shapes = shapes;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void write(Shape shape, JsonNode value) {
        if (value.isNull()) {
            out.write(NULL);
            return;
        }
        switch (shape) {
            case Shape.Structure structure -> structure(structure, value);
            case Shape.Sequence sequence -> {
                head(ARRAY, value.size());
                value.forEach(each -> write(shape(sequence.element()), each));
            }
            case Shape.Dictionary dictionary -> {
                head(MAP, value.size());
                for (var entry : value.properties()) {
                    text(entry.getKey());
                    write(shape(dictionary.value()), entry.getValue());
                }
            }
            case Shape.Timestamp _ -> {
                head(TAG, EPOCH_SECONDS);
                floating(value.asDouble());
            }
            case Shape.Bytes _ -> {
                var bytes = Base64.getDecoder().decode(value.asString());
                head(BYTES, bytes.length);
                out.writeBytes(bytes);
            }
            case Shape.Numeric numeric when !numeric.whole() -> floating(value.asDouble());
            case Shape.Numeric _, Shape.Text _, Shape.Flag _ -> writeFree(value);
        }
    }

    private void structure(Shape.Structure structure, JsonNode value) {
        var known =
                structure.members().stream()
                        .filter(member -> value.hasNonNull(member.name()))
                        .toList();
        head(MAP, known.size());
        for (var member : known) {
            text(member.name());
            write(shape(member.shape()), value.path(member.name()));
        }
    }

    /// Writes a value of which only is known what JSON says.
    void writeFree(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                head(MAP, value.size());
                for (var entry : value.properties()) {
                    text(entry.getKey());
                    writeFree(entry.getValue());
                }
            }
            case ARRAY -> {
                head(ARRAY, value.size());
                value.forEach(this::writeFree);
            }
            case BOOLEAN -> out.write(value.booleanValue() ? TRUE : FALSE);
            case NUMBER -> {
                if (!value.isIntegralNumber()) {
                    floating(value.asDouble());
                } else if (value.asLong() >= 0) {
                    head(UNSIGNED, value.asLong());
                } else {
                    head(NEGATIVE, -1 - value.asLong());
                }
            }
            case NULL, MISSING -> out.write(NULL);
            case STRING, BINARY, POJO -> text(value.asString());
        }
    }

    private void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
    }

    private void floating(double value) {
        out.write(DOUBLE);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    private void head(int major, long argument) {
        int type = major << 5;
        if (argument < 24) {
            out.write(type | (int) argument);
        } else if (argument < 1 << 8) {
            out.write(type | 24);
            out.write((int) argument);
        } else if (argument < 1 << 16) {
            out.write(type | 25);
            out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) argument).array());
        } else {
            out.write(type | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(argument).array());
        }
    }

    private Shape shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}
