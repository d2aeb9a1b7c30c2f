package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/// Cuts an expression into tokens, of which the last is the end. Keywords may be in any case.
final class Tokenizer {

    private static final Map<String, Type> KEYWORDS =
            Map.of(
                    "AND", Type.AND,
                    "OR", Type.OR,
                    "NOT", Type.NOT,
                    "BETWEEN", Type.BETWEEN,
                    "IN", Type.IN,
                    "SET", Type.SET,
                    "REMOVE", Type.REMOVE,
                    "ADD", Type.ADD,
                    "DELETE", Type.DELETE);

    private final String text;
    private final boolean underscoreBegins;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(ExpressionKind kind, String text) {
        this.text = text;
        this.underscoreBegins = kind == ExpressionKind.UPDATE || kind == ExpressionKind.PROJECTION;
    }

    static List<Token> tokens(ExpressionKind kind, String text) {
        return new Tokenizer(kind, text).run();
    }

    private List<Token> run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                at++;
            } else if (isLetter(c) || c == '_' && underscoreBegins) {
                addName();
            } else if (isDigit(c)) {
                add(Type.INDEX, endOf(Tokenizer::isDigit, at));
            } else if (c == '#' || c == ':') {
                addPlaceholder(c);
            } else {
                addSymbol(c);
            }
        }
        add(Type.END, at);
        return tokens;
    }

    private void addName() {
        int end = endOf(Tokenizer::isNamePart, at);
        var word = text.substring(at, end);
        add(KEYWORDS.getOrDefault(word.toUpperCase(Locale.ROOT), Type.NAME), end);
    }

    private void addPlaceholder(char sigil) {
        int end = endOf(Tokenizer::isNamePart, at + 1);
        if (end == at + 1) {
            add(Type.UNKNOWN, end);
        } else {
            add(sigil == '#' ? Type.NAME_PLACEHOLDER : Type.VALUE_PLACEHOLDER, end);
        }
    }

    private void addSymbol(char c) {
        switch (c) {
            case '=' -> add(Type.EQUAL, at + 1);
            case '<' -> {
                if (follows('>')) {
                    add(Type.NOT_EQUAL, at + 2);
                } else if (follows('=')) {
                    add(Type.LESS_OR_EQUAL, at + 2);
                } else {
                    add(Type.LESS, at + 1);
                }
            }
            case '>' -> {
                if (follows('=')) {
                    add(Type.GREATER_OR_EQUAL, at + 2);
                } else {
                    add(Type.GREATER, at + 1);
                }
            }
            case '+' -> add(Type.PLUS, at + 1);
            case '-' -> add(Type.MINUS, at + 1);
            case '(' -> add(Type.OPEN, at + 1);
            case ')' -> add(Type.CLOSE, at + 1);
            case '[' -> add(Type.OPEN_BRACKET, at + 1);
            case ']' -> add(Type.CLOSE_BRACKET, at + 1);
            case '.' -> add(Type.DOT, at + 1);
            case ',' -> add(Type.COMMA, at + 1);
            default -> add(Type.UNKNOWN, at + Character.charCount(text.codePointAt(at)));
        }
    }

    private boolean follows(char next) {
        return at + 1 < text.length() && text.charAt(at + 1) == next;
    }

    private void add(Type type, int end) {
        tokens.add(new Token(type, text.substring(at, end), at));
        at = end;
    }

    private int endOf(IntPredicate part, int from) {
        int end = from;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNamePart(int c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
