package groundschool.terminal.aws;

import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads JSON, and says what is wrong with it in the words of the AWS CLI, which are Python's.
///
/// Source: [json](https://docs.python.org/3.11/library/json.html)
final class PythonJson {

    /// Text that is not JSON; the message says what was expected, and where.
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private static final Pattern NUMBER =
            Pattern.compile("(-?(?:0|[1-9]\\d*))(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final int DEEPEST = 200;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private int at;
    private int depth;

    private PythonJson(String text) {
        this.text = text;
    }

    /// @throws Malformed if it is not JSON
    static JsonNode parse(String text) {
        var reader = new PythonJson(text);
        reader.skipSpace();
        var value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.malformed("Extra data", reader.at);
        }
        return value;
    }

    private JsonNode value() {
        if (depth > DEEPEST) {
            throw new Malformed("maximum recursion depth exceeded");
        }
        return switch (current()) {
            case '"' -> NODES.stringNode(string());
            case '{' -> object();
            case '[' -> array();
            case 'n' -> literal("null", NODES.nullNode());
            case 't' -> literal("true", NODES.booleanNode(true));
            case 'f' -> literal("false", NODES.booleanNode(false));
            default -> number();
        };
    }

    private JsonNode object() {
        var object = NODES.objectNode();
        at++;
        depth++;
        skipSpace();
        if (take('}')) {
            depth--;
            return object;
        }
        while (true) {
            if (current() != '"') {
                throw malformed("Expecting property name enclosed in double quotes", at);
            }
            var name = string();
            skipSpace();
            if (!take(':')) {
                throw malformed("Expecting ':' delimiter", at);
            }
            skipSpace();
            object.set(name, value());
            skipSpace();
            if (take('}')) {
                depth--;
                return object;
            }
            if (!take(',')) {
                throw malformed("Expecting ',' delimiter", at);
            }
            skipSpace();
        }
    }

    private JsonNode array() {
        var array = NODES.arrayNode();
        at++;
        depth++;
        skipSpace();
        if (take(']')) {
            depth--;
            return array;
        }
        while (true) {
            array.add(value());
            skipSpace();
            if (take(']')) {
                depth--;
                return array;
            }
            if (!take(',')) {
                throw malformed("Expecting ',' delimiter", at);
            }
            skipSpace();
        }
    }

    private String string() {
        var begin = at;
        var result = new StringBuilder();
        at++;
        while (true) {
            if (at >= text.length()) {
                throw malformed("Unterminated string starting at", begin);
            }
            var character = text.charAt(at);
            if (character == '"') {
                at++;
                return result.toString();
            }
            if (character < ' ') {
                throw malformed("Invalid control character at", at);
            }
            at++;
            result.append(character == '\\' ? escape(begin) : character);
        }
    }

    private char escape(int begin) {
        if (at >= text.length()) {
            throw malformed("Unterminated string starting at", begin);
        }
        var escaped = text.charAt(at++);
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("Invalid \\escape", at - 2);
        };
    }

    private char unicode() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw malformed("Invalid \\uXXXX escape", at - 1);
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private JsonNode literal(String literal, JsonNode value) {
        if (!text.startsWith(literal, at)) {
            throw malformed("Expecting value", at);
        }
        at += literal.length();
        return value;
    }

    private JsonNode number() {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw malformed("Expecting value", at);
        }
        at = matcher.end();
        if (matcher.end() > matcher.end(1)) {
            return NODES.numberNode(Double.parseDouble(matcher.group()));
        }
        return wholeNumber(new BigInteger(matcher.group()));
    }

    /// The smallest node that holds a whole number.
    static JsonNode wholeNumber(BigInteger number) {
        return number.bitLength() < Long.SIZE
                ? NODES.numberNode(number.longValue())
                : NODES.numberNode(number);
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean take(char character) {
        if (current() != character) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Malformed malformed(String message, int position) {
        var before = text.substring(0, Math.min(position, text.length()));
        var line = 1 + before.chars().filter(character -> character == '\n').count();
        var column = position - before.lastIndexOf('\n');
        return new Malformed(
                "%s: line %d column %d (char %d)".formatted(message, line, column, position));
    }
}
