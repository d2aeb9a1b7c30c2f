package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;

/// Lengths and order of strings as DynamoDB sees them: in UTF-8.
final class Utf8 {

    /// From so many letters on the JDK's way to copy them is quicker than a look at each.
    static final int LONG = 48;

    private Utf8() {}

    /// The number of bytes of the text in UTF-8.
    static int length(String text) {
        int bytes = text.length();
        if (bytes >= LONG) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                // Each half of a surrogate pair stands for two of the pair's four bytes.
                bytes += unit >= 0x800 && !Character.isSurrogate(unit) ? 2 : 1;
            }
        }
        return bytes;
    }

    /// Compares as the UTF-8 bytes compare, unsigned, from the left.
    static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return rank(a) - rank(b);
            }
        }
        return left.length() - right.length();
    }

    // Code points above U+FFFF come last in UTF-8, whereas their surrogates come before U+E000.
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
