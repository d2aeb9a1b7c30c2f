package groundschool.emulator.apigateway.serve;

import java.nio.charset.StandardCharsets;

/// Texts in URLs.
public final class UrlText {

    private UrlText() {}

    /// A part of a query: `+` is a blank; percent signs that mean nothing stay.
    public static String decode(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    public static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
