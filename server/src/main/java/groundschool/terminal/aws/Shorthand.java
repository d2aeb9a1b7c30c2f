package groundschool.terminal.aws;

import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the shorthand syntax: `AttributeName=pk,KeyType=HASH`.
///
/// Source: [shorthand
/// syntax](https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html)
final class Shorthand {

    /// Text that is not shorthand; the message says what was expected, and points at the place.
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// What no unquoted value begins with, beside spaces.
    private static final String NEVER_FIRST = "\"',=[{";

    private final String input;
    private final UnaryOperator<String> file;
    private int at;
    private boolean fromFile;

    private Shorthand(String input, UnaryOperator<String> file) {
        this.input = input;
        this.file = file;
    }

    /// @param file gives what `key@=file://…` stands for, and any other text as it is
    /// @throws Malformed if it is not shorthand
    static ObjectNode parse(String input, UnaryOperator<String> file) {
        return new Shorthand(input, file).pairs();
    }

    private ObjectNode pairs() {
        var pairs = NODES.objectNode();
        var last = 0;
        do {
            if (at > 0) {
                expect(',', true);
            }
            var key = keyWithEquals();
            var value = values();
            if (pairs.has(key)) {
                throw new Malformed(
                        "Second instance of key \"%s\" encountered for input:\n%s\nThis is often because there is a preceding \",\" instead of a space."
                                .formatted(key, pointingAt(last + 1)));
            }
            pairs.set(key, value);
            last = at;
        } while (at < input.length());
        return pairs;
    }

    private String keyWithEquals() {
        var begin = at;
        while (!atEnd() && isInKey(input.charAt(at))) {
            at++;
        }
        var key = input.substring(begin, at);
        fromFile = false;
        skipSpace();
        if (!atEnd() && input.charAt(at) == '@') {
            expect('@', true);
            fromFile = true;
        }
        expect('=', true);
        return key;
    }

    private static boolean isInKey(char character) {
        return character < 128 && Character.isLetterOrDigit(character)
                || "-_.#/:".indexOf(character) >= 0;
    }

    private JsonNode values() {
        if (atEnd()) {
            return NODES.stringNode("");
        }
        return switch (input.charAt(at)) {
            case '[' -> list();
            case '{' -> braces();
            default -> commaSeparated();
        };
    }

    /// `a`, or `a,b,c`; `a,c=d` is `a` with another pair behind it.
    private JsonNode commaSeparated() {
        var first = firstValue();
        skipSpace();
        if (atEnd() || input.charAt(at) != ',') {
            return first;
        }
        expect(',', true);
        var list = NODES.arrayNode().add(first);
        while (true) {
            var before = at;
            var next = laterValue();
            if (next.isPresent()) {
                skipSpace();
                if (atEnd()) {
                    list.add(next.get());
                    break;
                }
                if (input.charAt(at) == ',') {
                    expect(',', true);
                    list.add(next.get());
                    continue;
                }
            } else if (atEnd()) {
                throw expected("<second>", "<none>");
            }
            at = input.lastIndexOf(',', Math.max(at, before));
            break;
        }
        return list.size() == 1 ? first : list;
    }

    private ArrayNode list() {
        expect('[', true);
        var list = NODES.arrayNode();
        while (!is(']')) {
            list.add(nested());
            skipSpace();
            if (!is(']')) {
                expect(',', false);
                skipSpace();
            }
        }
        expect(']', false);
        return list;
    }

    private ObjectNode braces() {
        expect('{', true);
        var object = NODES.objectNode();
        while (!is('}')) {
            var key = keyWithEquals();
            var value = nested();
            skipSpace();
            if (!is('}')) {
                expect(',', false);
                skipSpace();
            }
            object.set(key, value);
        }
        expect('}', false);
        return object;
    }

    private JsonNode nested() {
        if (is('[')) {
            return list();
        }
        return is('{') ? braces() : firstValue();
    }

    private JsonNode firstValue() {
        if (is('\'') || is('"')) {
            return text(quotedValue());
        }
        var begin = at;
        if (takeFirst()) {
            while (takeEscapedComma() || takeUnless("\"',]}")) {}
        }
        return text(unescaped(begin));
    }

    private Optional<JsonNode> laterValue() {
        if (is('\'') || is('"')) {
            return Optional.of(text(quotedValue()));
        }
        var begin = at;
        if (!takeFirst()) {
            return Optional.empty();
        }
        while (takeEscapedComma() || takeUnless("\"',=")) {}
        return Optional.of(text(unescaped(begin)));
    }

    private boolean takeFirst() {
        if (takeEscapedComma()) {
            return true;
        }
        return !atEnd() && input.charAt(at) > ' ' && takeUnless(NEVER_FIRST);
    }

    private boolean takeEscapedComma() {
        if (input.startsWith("\\,", at)) {
            at += 2;
            return true;
        }
        return false;
    }

    private boolean takeUnless(String stops) {
        if (atEnd() || stops.indexOf(input.charAt(at)) >= 0) {
            return false;
        }
        at++;
        return true;
    }

    private String quotedValue() {
        var quote = input.charAt(at);
        var result = new StringBuilder();
        for (var i = at + 1; i < input.length(); i++) {
            var character = input.charAt(i);
            if (character == quote) {
                at = i + 1;
                return result.toString();
            }
            var next = i + 1 < input.length() ? input.charAt(i + 1) : ' ';
            if (character == '\\' && (next == quote || next == '\\')) {
                result.append(next);
                i++;
            } else {
                result.append(character);
            }
        }
        throw expected(quote == '"' ? "<double quoted>" : "<singled quoted>", "<none>");
    }

    private String unescaped(int begin) {
        return input.substring(begin, at).replace("\\,", ",").stripTrailing();
    }

    private JsonNode text(String text) {
        return NODES.stringNode(fromFile ? file.apply(text) : text);
    }

    private void expect(char character, boolean withSpaceAround) {
        if (withSpaceAround) {
            skipSpace();
        }
        if (!is(character)) {
            throw expected(
                    String.valueOf(character), atEnd() ? "EOF" : String.valueOf(input.charAt(at)));
        }
        at++;
        if (withSpaceAround) {
            skipSpace();
        }
    }

    private boolean is(char character) {
        return !atEnd() && input.charAt(at) == character;
    }

    private boolean atEnd() {
        return at >= input.length();
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(input.charAt(at))) {
            at++;
        }
    }

    private Malformed expected(String expected, String received) {
        return new Malformed(
                "Expected: '%s', received: '%s' for input:\n%s"
                        .formatted(expected, received, pointingAt(at)));
    }

    /// The input with a mark below the line that holds the place.
    private String pointingAt(int place) {
        var lineBegin = input.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        var lineEnd = input.indexOf('\n', place);
        var before = lineEnd < 0 ? input : input.substring(0, lineEnd);
        var after = lineEnd < 0 ? "" : input.substring(lineEnd);
        return before + "\n" + " ".repeat(Math.max(0, place - lineBegin)) + "^" + after;
    }
}
