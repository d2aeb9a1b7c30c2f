package groundschool.emulator.cognito.passkey;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the CBOR of authenticators: numbers, bytes, texts, flags, and lists and maps of such, of
/// known lengths. Keys of maps are numbers or texts.
///
/// Source: [RFC 8949](https://www.rfc-editor.org/rfc/rfc8949), [CTAP2 canonical
/// form](https://fidoalliance.org/specs/fido-v2.1-ps-20210615/fido-client-to-authenticator-protocol-v2.1-ps-20210615.html#ctap2-canonical-cbor-encoding-form)
final class Cbor {

    private static final int DEEPEST = 8;

    private final ByteBuffer in;

    private Cbor(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /// A map, and how many bytes it takes.
    record Read(Map<Object, Object> map, int length) {

        /// The bytes under a key.
        Optional<byte[]> bytes(Object key) {
            return map.get(key) instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
        }

        Optional<String> text(Object key) {
            return map.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
        }

        Optional<Long> number(Object key) {
            return map.get(key) instanceof Long number ? Optional.of(number) : Optional.empty();
        }

        Optional<Read> map(Object key) {
            if (map.get(key) instanceof Map<?, ?> inner) {
                return Optional.of(new Read(new LinkedHashMap<>(inner), 0));
            }
            return Optional.empty();
        }
    }

    /// The map that bytes begin with; nothing if they begin with none.
    static Optional<Read> map(byte[] bytes) {
        try {
            var reader = new Cbor(bytes);
            return reader.value(0) instanceof Map<?, ?> map
                    ? Optional.of(new Read(new LinkedHashMap<>(map), reader.in.position()))
                    : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        int first = in.get() & 0xFF;
        long argument = argument(first & 0x1F);
        return switch (first >> 5) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> bytes(argument);
            case 3 -> new String(bytes(argument), StandardCharsets.UTF_8);
            case 4 -> list(argument, depth);
            case 5 -> map(argument, depth);
            case 7 -> argument == 21;
            default -> throw new IllegalArgumentException("a tag");
        };
    }

    private long argument(int info) {
        var argument =
                switch (info) {
                    case 24 -> in.get() & 0xFFL;
                    case 25 -> in.getShort() & 0xFFFFL;
                    case 26 -> in.getInt() & 0xFFFFFFFFL;
                    case 27 -> in.getLong();
                    default -> info;
                };
        if (argument < 0 || info > 27) {
            throw new IllegalArgumentException("no length");
        }
        return argument;
    }

    private byte[] bytes(long length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private List<Object> list(long length, int depth) {
        var all = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            all.add(value(depth + 1));
        }
        return all;
    }

    private Map<Object, Object> map(long length, int depth) {
        var all = new LinkedHashMap<>();
        for (long i = 0; i < length; i++) {
            var key = value(depth + 1);
            if (!(key instanceof Long) && !(key instanceof String)) {
                throw new IllegalArgumentException("a key that is neither number nor text");
            }
            all.put(key, value(depth + 1));
        }
        return all;
    }
}
