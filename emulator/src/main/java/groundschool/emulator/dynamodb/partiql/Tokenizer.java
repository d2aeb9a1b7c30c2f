package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.partiql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes a statement apart.
final class Tokenizer {

    private static final Set<String> DOUBLE = Set.of("<=", ">=", "<>", "!=", "||", "<<", ">>");
    private static final String SINGLE = "=<>+-*/%()[]{},.:;@";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int start;
    private int line = 1;
    private int lineStart;

    private Tokenizer(String text) {
        this.text = text;
    }

    /// @return the tokens, of which the last is the end
    /// @throws groundschool.emulator.AwsException if the text has what no statement can have
    static List<Token> tokens(String text) {
        return new Tokenizer(text).all();
    }

    private List<Token> all() {
        skipBlanks();
        while (at < text.length()) {
            start = at;
            next();
            skipBlanks();
        }
        start = at;
        add(Type.END, "");
        return tokens;
    }

    private void next() {
        char first = text.charAt(at);
        if (isNameStart(first)) {
            word();
        } else if (isDigit(first) || first == '.' && isDigit(peek(1))) {
            number();
        } else if (first == '\'') {
            quoted(Type.STRING);
        } else if (first == '"') {
            quoted(Type.QUOTED_NAME);
        } else if (first == '?') {
            at++;
            add(Type.PARAMETER, "?");
        } else {
            symbol();
        }
    }

    private void word() {
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        var word = text.substring(start, at);
        var small = word.toLowerCase(Locale.ROOT);
        if (Keywords.has(small)) {
            add(Type.KEYWORD, small);
        } else {
            add(Type.NAME, word);
        }
    }

    private void number() {
        digits();
        if (peek(0) == '.') {
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            at++;
            if (peek(0) == '+' || peek(0) == '-') {
                at++;
            }
            int exponent = at;
            digits();
            if (at == exponent) {
                throw StatementErrors.malformed("");
            }
        }
        if (isNameStart(peek(0))) {
            throw StatementErrors.malformed("");
        }
        var number = text.substring(start, at);
        if (!Numbers.isReadable(number)) {
            throw StatementErrors.malformed("");
        }
        add(Type.NUMBER, number);
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    /// A quote in it is written twice.
    private void quoted(Type type) {
        char quote = text.charAt(at++);
        var content = new StringBuilder();
        int lineOfStart = line;
        int startOfLine = lineStart;
        while (true) {
            if (at == text.length()) {
                throw StatementErrors.malformed("");
            }
            char next = text.charAt(at++);
            if (next == '\n') {
                line++;
                lineStart = at;
            }
            if (next == quote) {
                if (peek(0) != quote) {
                    break;
                }
                at++;
            }
            content.append(next);
        }
        tokens.add(
                new Token(
                        type,
                        content.toString(),
                        new Position(lineOfStart, start - startOfLine + 1, at - start)));
    }

    private void symbol() {
        if (at + 2 <= text.length() && DOUBLE.contains(text.substring(at, at + 2))) {
            at += 2;
        } else if (SINGLE.indexOf(text.charAt(at)) >= 0) {
            at++;
        } else {
            throw StatementErrors.malformed("");
        }
        add(Type.SYMBOL, text.substring(start, at));
    }

    /// What is between tokens: blanks, and comments of both kinds.
    private void skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw StatementErrors.malformed("");
                }
                skipLines(end + 2);
            } else if (Character.isWhitespace(text.charAt(at))) {
                skipLines(at + 1);
            } else {
                return;
            }
        }
    }

    private void skipLines(int end) {
        while (at < end) {
            if (text.charAt(at++) == '\n') {
                line++;
                lineStart = at;
            }
        }
    }

    private void add(Type type, String content) {
        tokens.add(new Token(type, content, new Position(line, start - lineStart + 1, at - start)));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isNameStart(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || character == '$';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
