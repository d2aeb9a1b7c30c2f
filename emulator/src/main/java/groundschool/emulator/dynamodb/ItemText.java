package groundschool.emulator.dynamodb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/// An item as JSON, which is written when a generator asks for it, straight into its buffer.
final class ItemText implements SerializableString {

    private final PackedItem item;

    /// What did not fit, for the generator asks again then.
    private Optional<byte[]> written = Optional.empty();

    ItemText(Item item) {
        this.item = item.packed();
    }

    /// @return how many bytes were written, or -1 if there is too little room
    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        var json = new JsonBytes(buffer, offset);
        json.write(item);
        if (json.isOwn()) {
            written = Optional.of(json.toByteArray());
            return -1;
        }
        return json.length();
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return written.orElseGet(() -> {
            var json = new JsonBytes(new byte[0], 0);
            json.write(item);
            return json.toByteArray();
        });
    }

    @Override
    public String getValue() {
        return new String(asUnquotedUTF8(), StandardCharsets.UTF_8);
    }

    private SerializedString text() {
        return new SerializedString(getValue());
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public char[] asQuotedChars() {
        return text().asQuotedChars();
    }

    @Override
    public byte[] asQuotedUTF8() {
        return text().asQuotedUTF8();
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        return text().appendQuotedUTF8(buffer, offset);
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        return text().appendQuoted(buffer, offset);
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return text().appendUnquoted(buffer, offset);
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        return text().writeQuotedUTF8(out);
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        return text().writeUnquotedUTF8(out);
    }

    @Override
    public int putQuotedUTF8(ByteBuffer out) {
        return text().putQuotedUTF8(out);
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer out) {
        return text().putUnquotedUTF8(out);
    }
}
