package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.insights.Token.Kind;
import java.util.List;

/// A place among the tokens of a query.
final class Tokens {

    private final String query;
    private final List<Token> tokens;
    private int at;

    Tokens(String query) {
        this.query = query;
        this.tokens = Token.all(query);
    }

    Token peek() {
        return tokens.get(at);
    }

    /// The token after the next.
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    void back() {
        at = Math.max(0, at - (peek().kind() == Kind.END && at == tokens.size() - 1 ? 0 : 1));
    }

    boolean take(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        at++;
        return true;
    }

    boolean takeWord(String word) {
        if (!peek().isWord(word)) {
            return false;
        }
        at++;
        return true;
    }

    void require(String sign) {
        if (!take(sign)) {
            throw unexpected();
        }
    }

    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return next().text();
    }

    double number() {
        if (peek().kind() == Kind.NUMBER) {
            try {
                return Double.parseDouble(next().text());
            } catch (NumberFormatException _) {
                at--;
            }
        }
        throw unexpected();
    }

    /// The query's text from there to the last token that was taken.
    String text(int start) {
        return query.substring(start, tokens.get(at - 1).end());
    }

    QueryException unexpected() {
        var token = peek();
        return token.kind() == Kind.END
                ? refused(token, "unexpected end of the query")
                : refused(token, "unexpected symbol found " + token.text());
    }

    QueryException refused(Token token, String message) {
        return new QueryException(message, token.start(), token.end());
    }
}
