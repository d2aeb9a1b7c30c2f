package groundschool.emulator.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as signatures want it: all but letters, digits and `-._~`, in capital
/// hexadecimal digits.
final class UrlEncoding {

    private static final String DIGITS = "0123456789ABCDEF";

    private UrlEncoding() {}

    static String encode(String text) {
        return encode(text, "");
    }

    /// @param kept further characters that stay as they are
    static String encode(String text, String kept) {
        var encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    /// Decodes percent signs; one that two hexadecimal digits do not follow stays, and so does `+`.
    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text).toString(StandardCharsets.UTF_8);
    }

    /// Whether what the percent signs stand for is UTF-8.
    static boolean isText(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded(encoded).toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static ByteArrayOutputStream decoded(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length) {
                int high = Character.digit(bytes[i + 1], 16);
                int low = Character.digit(bytes[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    decoded.write(high * 16 + low);
                    i += 2;
                    continue;
                }
            }
            decoded.write(bytes[i]);
        }
        return decoded;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
