package groundschool.emulator.iam.mfa;

import java.util.random.RandomGenerator;

/// Seeds as people type them into authenticator applications.
///
/// Source: [RFC 4648](https://www.rfc-editor.org/rfc/rfc4648#section-6)
public final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;

    private Base32() {}

    /// A text of so many letters at random.
    public static String random(int letters, RandomGenerator random) {
        var text = new StringBuilder(letters);
        for (var i = 0; i < letters; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS_PER_LETTER / Byte.SIZE];
        var buffer = 0;
        var bits = 0;
        var next = 0;
        for (var i = 0; i < text.length() && next < bytes.length; i++) {
            buffer = buffer << BITS_PER_LETTER | LETTERS.indexOf(text.charAt(i));
            bits += BITS_PER_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
