package groundschool.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// One line of a call's head.
///
/// @param field its name and value, as sent
/// @param bytes with the end of the line
record HeaderLine(Role role, Map.Entry<String, String> field, byte[] bytes) {

    /// What a line says to whoever reads the call from the connection.
    enum Role {
        HOST,
        CONTENT_LENGTH,
        TARGET,
        /// Nothing.
        ORDINARY,
        /// That this is none of the plain requests that are read here.
        UNUSUAL
    }

    private static final Map.Entry<String, String> NO_FIELD = Map.entry("", "");

    /// Of a line whose end has not come yet.
    static final HeaderLine UNFINISHED = new HeaderLine(Role.UNUSUAL, NO_FIELD, new byte[0]);

    private static final HeaderLine UNUSUAL = new HeaderLine(Role.UNUSUAL, NO_FIELD, new byte[0]);

    private static final Set<String> ABOUT_CONNECTION_OR_BODY =
            Set.of("transfer-encoding", "expect", "upgrade", "trailer");

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /// Jetty is to judge the others.
    private static final Pattern PLAIN_HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,255}(?::[1-9][0-9]{0,4})?");

    private static final Pattern PLAIN_LENGTH = Pattern.compile("[0-9]{1,8}");
    private static final int MOST_PORT = 65_535;

    /// Whether the same line stands at a place.
    boolean isAt(byte[] others, int from, int end) {
        int to = from + bytes.length;
        return to <= end && Arrays.equals(others, from, to, bytes, 0, bytes.length);
    }

    int length() {
        return bytes.length;
    }

    /// Reads a line: a name, a colon, and a value of visible letters of ASCII.
    static HeaderLine read(byte[] bytes, int from, int end) {
        int colon = from;
        while (colon < end && isOfToken(bytes[colon])) {
            colon++;
        }
        boolean mayEndHead = from + 1 == end && bytes[from] == '\r';
        if (colon == end || mayEndHead) {
            return UNFINISHED;
        }
        if (colon == from || bytes[colon] != ':') {
            return UNUSUAL;
        }
        int close = colon + 1;
        while (close < end && isOfValue(bytes[close])) {
            close++;
        }
        if (close + 1 >= end) {
            return close < end && bytes[close] != '\r' ? UNUSUAL : UNFINISHED;
        }
        if (bytes[close] != '\r' || bytes[close + 1] != '\n') {
            return UNUSUAL;
        }
        var name = new String(bytes, from, colon - from, StandardCharsets.ISO_8859_1);
        var value =
                new String(bytes, colon + 1, close - colon - 1, StandardCharsets.ISO_8859_1)
                        .strip();
        return new HeaderLine(
                role(name.toLowerCase(Locale.ROOT), value),
                Map.entry(name, value),
                Arrays.copyOfRange(bytes, from, close + 2));
    }

    private static boolean isOfToken(byte letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || TOKEN_MARKS.indexOf(letter) >= 0;
    }

    private static boolean isOfValue(byte letter) {
        return letter >= ' ' && letter <= '~' || letter == '\t';
    }

    private static Role role(String name, String value) {
        if (ABOUT_CONNECTION_OR_BODY.contains(name)) {
            return Role.UNUSUAL;
        }
        return switch (name) {
            case "host" -> isPlainHost(value) ? Role.HOST : Role.UNUSUAL;
            case "content-length" ->
                    PLAIN_LENGTH.matcher(value).matches() ? Role.CONTENT_LENGTH : Role.UNUSUAL;
            case "connection" ->
                    value.equalsIgnoreCase("keep-alive") ? Role.ORDINARY : Role.UNUSUAL;
            case "x-amz-target" -> Role.TARGET;
            default -> Role.ORDINARY;
        };
    }

    private static boolean isPlainHost(String value) {
        return PLAIN_HOST.matcher(value).matches()
                && (value.indexOf(':') < 0
                        || Integer.parseInt(value.substring(value.indexOf(':') + 1)) <= MOST_PORT);
    }
}
