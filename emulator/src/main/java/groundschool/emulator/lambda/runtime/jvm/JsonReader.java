package groundschool.emulator.lambda.runtime.jvm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads JSON as maps, lists, texts, numbers and booleans.
///
/// Source: [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)
final class JsonReader {

    private static final int DEEPEST = 1_000;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /// @return null for `null`
    static Object read(byte[] json) {
        var reader = new JsonReader(new String(json, StandardCharsets.UTF_8));
        var value = reader.value();
        reader.blanks();
        if (reader.at < reader.text.length()) {
            throw reader.fault("the end");
        }
        return value;
    }

    private Object value() {
        blanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private LinkedHashMap<String, Object> object() {
        deeper();
        var object = new LinkedHashMap<String, Object>();
        at++;
        blanks();
        if (take('}')) {
            depth--;
            return object;
        }
        do {
            blanks();
            var name = string();
            blanks();
            require(':');
            object.put(name, value());
            blanks();
        } while (take(','));
        require('}');
        depth--;
        return object;
    }

    private ArrayList<Object> array() {
        deeper();
        var array = new ArrayList<Object>();
        at++;
        blanks();
        if (take(']')) {
            depth--;
            return array;
        }
        do {
            array.add(value());
            blanks();
        } while (take(','));
        require(']');
        depth--;
        return array;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw fault("less depth");
        }
    }

    private String string() {
        require('"');
        int end = at;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') {
            var plain = text.substring(at, end);
            at = end + 1;
            return plain;
        }
        return escaped();
    }

    private String escaped() {
        var read = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            read.append(next == '\\' ? escape() : next);
        }
        at++;
        return read.toString();
    }

    private char escape() {
        char kind = peek();
        at++;
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw fault("four digits");
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> kind;
        };
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var digits = text.substring(from, at);
        try {
            if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
                return new BigDecimal(digits).doubleValue();
            }
            var whole = new BigInteger(digits);
            if (whole.bitLength() < 32) {
                return whole.intValue();
            }
            return whole.bitLength() < 64 ? (Object) whole.longValue() : whole;
        } catch (NumberFormatException e) {
            at = from;
            throw fault("a value");
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw fault("a value");
        }
        at += word.length();
        return value;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("more");
        }
        return text.charAt(at);
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char wanted) {
        if (!take(wanted)) {
            throw fault("'" + wanted + "'");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException fault(String wanted) {
        return new IllegalArgumentException("not JSON: expected " + wanted + " at position " + at);
    }
}
