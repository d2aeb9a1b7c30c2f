package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are being written, one after the other.
final class ByteSink {

    private byte[] bytes;
    private int count;

    /// @param expected how many bytes there will probably be
    ByteSink(int expected) {
        this.bytes = new byte[expected];
    }

    void put(int value) {
        makeRoom(1);
        bytes[count++] = (byte) value;
    }

    /// Writes a length seven bits to the byte, the lowest first.
    void putLength(int length) {
        int rest = length;
        while (rest >= 0x80) {
            put(rest | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    /// Writes the length, then the bytes.
    void putSized(byte[] more) {
        putLength(more.length);
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, count, more.length);
        count += more.length;
    }

    /// Writes the length of a text in UTF-8, then the text.
    @SuppressWarnings("deprecation") // what is wrong with it beyond Latin-1 is right for ASCII
    void putText(String text) {
        int length = text.length();
        if (length >= Utf8.LONG || Utf8.length(text) > length) {
            putSized(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        putLength(length);
        makeRoom(length);
        text.getBytes(0, length, bytes, count);
        count += length;
    }

    byte[] toByteArray() {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }

    private void makeRoom(int more) {
        if (count + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(count + more, 2 * bytes.length));
        }
    }
}
