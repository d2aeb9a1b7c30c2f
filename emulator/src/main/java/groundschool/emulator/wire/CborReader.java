package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads CBOR as the JSON that means the same: bytes in base64, times as the numbers that they are.
///
/// Source: [RFC 8949](https://www.rfc-editor.org/rfc/rfc8949)
final class CborReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 100;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;

    private final ByteBuffer in;

    CborReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /// @throws AwsException if it is no CBOR, or another value
    JsonNode object() {
        try {
            var value = value(0);
            if (!value.isObject() || in.hasRemaining()) {
                throw CoralErrors.serialization();
            }
            return value;
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            throw CoralErrors.serialization();
        }
    }

    private JsonNode value(int depth) {
        if (depth > DEEPEST) {
            throw CoralErrors.serialization();
        }
        int first = in.get() & 0xFF;
        int major = first >> 5;
        int info = first & 0x1F;
        return switch (major) {
            case 0 -> JSON.numberNode(argument(info));
            case 1 -> JSON.numberNode(-1 - argument(info));
            case 2 -> JSON.stringNode(Base64.getEncoder().encodeToString(bytes(major, info)));
            case 3 -> JSON.stringNode(new String(bytes(major, info), StandardCharsets.UTF_8));
            case 4 -> array(info, depth);
            case 5 -> map(info, depth);
            case 6 -> {
                argument(info);
                yield value(depth + 1);
            }
            default -> simple(info);
        };
    }

    private JsonNode array(int info, int depth) {
        var array = JSON.arrayNode();
        if (info == INDEFINITE) {
            while (!atBreak()) {
                array.add(value(depth + 1));
            }
        } else {
            for (long left = argument(info); left > 0; left--) {
                array.add(value(depth + 1));
            }
        }
        return array;
    }

    private JsonNode map(int info, int depth) {
        var map = JSON.objectNode();
        if (info == INDEFINITE) {
            while (!atBreak()) {
                map.set(key(depth), value(depth + 1));
            }
        } else {
            for (long left = argument(info); left > 0; left--) {
                map.set(key(depth), value(depth + 1));
            }
        }
        return map;
    }

    private String key(int depth) {
        var key = value(depth + 1);
        if (!key.isString()) {
            throw CoralErrors.serialization();
        }
        return key.stringValue();
    }

    private boolean atBreak() {
        if ((in.get(in.position()) & 0xFF) != BREAK) {
            return false;
        }
        in.get();
        return true;
    }

    private byte[] bytes(int major, int info) {
        if (info != INDEFINITE) {
            return bytes(argument(info));
        }
        var all = new ByteArrayOutputStream();
        while (in.hasRemaining() && !atBreak()) {
            int first = in.get() & 0xFF;
            if (first >> 5 != major) {
                throw CoralErrors.serialization();
            }
            all.writeBytes(bytes(argument(first & 0x1F)));
        }
        return all.toByteArray();
    }

    private byte[] bytes(long length) {
        if (length > in.remaining()) {
            throw CoralErrors.serialization();
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private JsonNode simple(int info) {
        return switch (info) {
            case 20 -> JSON.booleanNode(false);
            case 21 -> JSON.booleanNode(true);
            case 22, 23 -> JSON.nullNode();
            case 25 -> JSON.numberNode((double) Float.float16ToFloat(in.getShort()));
            case 26 -> JSON.numberNode((double) in.getFloat());
            case 27 -> JSON.numberNode(in.getDouble());
            default -> throw CoralErrors.serialization();
        };
    }

    private long argument(int info) {
        long argument =
                switch (info) {
                    case 24 -> in.get() & 0xFFL;
                    case 25 -> in.getShort() & 0xFFFFL;
                    case 26 -> in.getInt() & 0xFFFFFFFFL;
                    case 27 -> in.getLong();
                    default -> info;
                };
        if (argument < 0 || info > 27) {
            throw CoralErrors.serialization();
        }
        return argument;
    }
}
