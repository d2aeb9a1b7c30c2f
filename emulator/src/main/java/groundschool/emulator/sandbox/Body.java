package groundschool.emulator.sandbox;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// The input or output of a call as a ledger keeps it: its JSON, cut at 4 kB.
///
/// Kept as bytes, which are a fifth of the tree that they stand for, and hold on to nothing of the
/// call: a thousand entries cost what is written in them. What is small may stay as it is until
/// somebody looks, for most entries are forgotten before that.
public final class Body {

    /// Where bodies are cut.
    public static final int MAX_BYTES = 4096;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Body NONE = new Body("{}".getBytes(StandardCharsets.UTF_8), false);

    private volatile Form form;

    private Body(Form form) {
        this.form = form;
    }

    private Body(byte[] bytes, boolean isCut) {
        this(new Written(bytes, isCut));
    }

    private sealed interface Form {}

    private record Written(byte[] bytes, boolean isCut) implements Form {}

    private record Unwritten(Object value, JsonMapper mapper) implements Form {}

    /// An empty object.
    public static Body none() {
        return NONE;
    }

    /// A body that is JSON already, of which no more is kept than of others.
    ///
    /// @param json not to be changed after
    public static Body of(byte[] json) {
        return json.length <= MAX_BYTES
                ? new Body(json, false)
                : new Body(whole(Arrays.copyOf(json, MAX_BYTES)), true);
    }

    /// What `mapper` will write of `value` when somebody looks.
    ///
    /// @param value small, and not to be changed after
    public static Body later(Object value, JsonMapper mapper) {
        return new Body(new Unwritten(value, mapper));
    }

    /// What `mapper` writes of `value`, of which no more is written than is kept.
    public static Body of(Object value, JsonMapper mapper) {
        return new Body(write(value, mapper));
    }

    private static Written write(Object value, JsonMapper mapper) {
        var first = new First();
        try {
            mapper.writeValue(first, value);
        } catch (RuntimeException failure) {
            // Jackson wraps what is thrown inside of a record.
            if (!first.isFull) {
                throw failure;
            }
            return new Written(whole(first.bytes), true);
        }
        return new Written(whole(first.bytes), false);
    }

    /// The bytes, less a character that was cut in two.
    private static byte[] whole(byte[] bytes) {
        int end = bytes.length;
        int start = end;
        while (start > 0 && end - start < 4 && (bytes[start - 1] & 0xC0) == 0x80) {
            start--;
        }
        if (start > 0 && (bytes[start - 1] & 0xC0) == 0xC0) {
            int needed = Integer.numberOfLeadingZeros(~(bytes[start - 1] << 24));
            return end - (start - 1) < needed ? Arrays.copyOf(bytes, start - 1) : bytes;
        }
        return bytes;
    }

    /// A body from its kept bytes.
    static Body kept(byte[] bytes, boolean isCut) {
        return new Body(bytes, isCut);
    }

    /// The JSON; if it was cut, its beginning as one text.
    public JsonNode json() {
        return isCut() ? StringNode.valueOf(text()) : MAPPER.readTree(bytes());
    }

    /// The JSON as text, ending in `…` if it was cut.
    public String text() {
        var text = new String(bytes(), StandardCharsets.UTF_8);
        return isCut() ? text + "…" : text;
    }

    public boolean isCut() {
        return written().isCut();
    }

    byte[] bytes() {
        return written().bytes();
    }

    /// Whoever looks first writes it; two who do so at once write the same.
    private Written written() {
        return switch (form) {
            case Written written -> written;
            case Unwritten(var value, var mapper) -> {
                var written = write(value, mapper);
                form = written;
                yield written;
            }
        };
    }

    @Override
    public String toString() {
        return text();
    }

    /// Takes the first bytes and refuses the others.
    private static final class First extends OutputStream {

        private byte[] bytes = new byte[0];
        private boolean isFull;

        @Override
        public void write(int oneByte) {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            int taken = Math.min(length, MAX_BYTES - bytes.length);
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + taken);
            System.arraycopy(more, offset, bytes, before, taken);
            if (taken < length) {
                isFull = true;
                throw new Full();
            }
        }
    }

    private static final class Full extends RuntimeException {

        private Full() {
            super("more than is kept", null, false, false);
        }
    }
}
