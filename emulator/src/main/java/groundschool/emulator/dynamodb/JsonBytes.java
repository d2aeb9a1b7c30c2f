package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// DynamoDB's JSON that is being written as UTF-8, into somebody else's bytes as long as it fits:
/// most of what the emulator answers is items, and a generator of JSON takes three times as long
/// for them.
final class JsonBytes {

    /// The most bytes that a character of a text becomes: `\u001F`.
    private static final int LONGEST = 6;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int start;
    private int end;
    private boolean isOwn;

    /// @param bytes into which to write
    /// @param start where to begin
    JsonBytes(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.end = start;
    }

    /// Whether it did not fit, and had to go elsewhere.
    boolean isOwn() {
        return isOwn;
    }

    int length() {
        return end - start;
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    void write(PackedItem item) {
        write(item.reader());
    }

    /// Attributes, or the entries of a map, from the bytes that they are kept as.
    private void write(PackedReader in) {
        put('{');
        for (int rest = in.number(); rest > 0; rest--) {
            separate('{');
            text(in);
            put(':');
            value(in);
        }
        put('}');
    }

    private void value(PackedReader in) {
        int type = in.type();
        switch (type) {
            case 0 -> {
                word("{\"S\":");
                text(in);
            }
            case 1 -> {
                word("{\"N\":");
                plain(in.dynamoNumber().toString());
            }
            case 2 -> {
                word("{\"B\":");
                base64(in.binary());
            }
            case 3 -> word("{\"BOOL\":true");
            case 4 -> word("{\"BOOL\":false");
            case 5 -> word("{\"NULL\":true");
            case 6 -> {
                word("{\"M\":");
                write(in);
            }
            case 7 -> array("{\"L\":[", in, () -> value(in));
            case 8 -> array("{\"SS\":[", in, () -> text(in));
            case 9 -> array("{\"NS\":[", in, () -> plain(in.dynamoNumber().toString()));
            case 10 -> array("{\"BS\":[", in, () -> base64(in.binary()));
            default -> throw new IllegalArgumentException("no type of values: " + type);
        }
        put('}');
    }

    private void array(String beginning, PackedReader in, Runnable element) {
        word(beginning);
        for (int rest = in.number(); rest > 0; rest--) {
            separate('[');
            element.run();
        }
        put(']');
    }

    /// Puts a comma before all but the first.
    private void separate(char opening) {
        if (bytes[end - 1] != opening) {
            put(',');
        }
    }

    /// Texts that are plain, as most are, go in as they are.
    private void text(PackedReader in) {
        var utf8 = in.array();
        int from = in.skip();
        int to = in.position();
        if (PlainText.is(utf8, from, to)) {
            quoted(utf8, from, to);
            return;
        }
        makeRoom(LONGEST * (to - from) + 2);
        put('"');
        for (int i = from; i < to; i++) {
            escaped(utf8[i]);
        }
        put('"');
    }

    private void escaped(byte each) {
        switch (each) {
            case '"', '\\' -> pair(each);
            case '\b' -> pair('b');
            case '\t' -> pair('t');
            case '\n' -> pair('n');
            case '\f' -> pair('f');
            case '\r' -> pair('r');
            default -> {
                if (each >= 0 && each < ' ') {
                    word("\\u00");
                    put(HEX[each >> 4]);
                    put(HEX[each & 0xf]);
                } else {
                    put(each);
                }
            }
        }
    }

    private void pair(int letter) {
        put('\\');
        put(letter);
    }

    private void base64(Binary binary) {
        var encoded = Base64.getEncoder().encode(binary.bytes());
        quoted(encoded, 0, encoded.length);
    }

    private void quoted(byte[] plain, int from, int to) {
        int length = to - from;
        makeRoom(length + 2);
        bytes[end++] = '"';
        System.arraycopy(plain, from, bytes, end, length);
        end += length;
        bytes[end++] = '"';
    }

    /// A number, which has nothing that needs escaping.
    private void plain(String number) {
        put('"');
        word(number);
        put('"');
    }

    @SuppressWarnings("deprecation") // what is wrong with it beyond Latin-1 is right for digits
    private void word(String ascii) {
        makeRoom(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, end);
        end += ascii.length();
    }

    private void put(int single) {
        makeRoom(1);
        bytes[end++] = (byte) single;
    }

    private void makeRoom(int more) {
        if (bytes.length - end < more) {
            int length = length();
            bytes = Arrays.copyOfRange(bytes, start, start + 2 * length + more + 1024);
            start = 0;
            end = length;
            isOwn = true;
        }
    }
}
