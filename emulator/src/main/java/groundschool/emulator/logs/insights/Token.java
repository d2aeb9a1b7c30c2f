package groundschool.emulator.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A word, number, text, expression or sign of a query.
///
/// @param text without quotation marks
/// @param start,end where in the query
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        REGEX,
        SIGN,
        END
    }

    private static final List<String> SIGNS =
            List.of(
                    "!=", "<=", ">=", "=~", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")",
                    "[", "]", ",", "|");

    /// After these a slash begins a regular expression.
    private static final Set<String> BEFORE_REGEX = Set.of("like", "=~", "parse");

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /// @throws QueryException if there is something that belongs to no query
    static List<Token> all(String query) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < query.length()) {
            char next = query.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '#') {
                int end = query.indexOf('\n', at);
                at = end < 0 ? query.length() : end;
            } else {
                var token = token(query, at, tokens);
                tokens.add(token);
                at = token.end();
            }
        }
        tokens.add(new Token(Kind.END, "", query.length(), query.length()));
        return tokens;
    }

    private static Token token(String query, int at, List<Token> before) {
        char first = query.charAt(at);
        if (first == '"' || first == '\'' || first == '`') {
            return quoted(query, at, first == '`' ? Kind.NAME : Kind.STRING, first);
        }
        if (first == '/' && beginsRegex(before)) {
            return quoted(query, at, Kind.REGEX, '/');
        }
        if (isNamePart(first) && !Character.isDigit(first) || first == '@') {
            int end = at + 1;
            while (end < query.length()
                    && (isNamePart(query.charAt(end)) || query.charAt(end) == '.')) {
                end++;
            }
            return new Token(Kind.NAME, query.substring(at, end), at, end);
        }
        if (Character.isDigit(first)) {
            int end = at;
            while (end < query.length()
                    && (isNamePart(query.charAt(end)) || query.charAt(end) == '.')) {
                end++;
            }
            return new Token(Kind.NUMBER, query.substring(at, end), at, end);
        }
        for (var sign : SIGNS) {
            if (query.startsWith(sign, at)) {
                return new Token(Kind.SIGN, sign, at, at + sign.length());
            }
        }
        throw new QueryException("unexpected symbol found " + first, at, at + 1);
    }

    private static boolean isNamePart(char part) {
        return Character.isLetterOrDigit(part) || part == '_' || part == '@' || part == '$';
    }

    /// Where a value was, a slash divides.
    private static boolean beginsRegex(List<Token> before) {
        if (before.isEmpty()) {
            return false;
        }
        var last = before.getLast();
        boolean isParsed = before.size() > 1 && before.get(before.size() - 2).isWord("parse");
        return isParsed || BEFORE_REGEX.contains(last.text().toLowerCase(Locale.ROOT));
    }

    private static Token quoted(String query, int at, Kind kind, char close) {
        var content = new StringBuilder();
        for (int i = at + 1; i < query.length(); i++) {
            char next = query.charAt(i);
            if (next == close) {
                return new Token(kind, content.toString(), at, i + 1);
            }
            if (next == '\\' && i + 1 < query.length()) {
                char escaped = query.charAt(++i);
                boolean isKept = kind == Kind.REGEX && escaped != '/';
                content.append(isKept ? "\\" : "").append(escaped);
            } else {
                content.append(next);
            }
        }
        throw new QueryException("missing " + close, at, query.length());
    }
}
