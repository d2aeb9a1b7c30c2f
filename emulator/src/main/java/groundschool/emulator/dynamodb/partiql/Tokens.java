package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.partiql.Token.Type;
import java.util.List;

/// The tokens of a statement, read from left to right.
final class Tokens {

    private final List<Token> all;
    private int at;
    private int parameters;

    private Tokens(List<Token> all) {
        this.all = all;
    }

    static Tokens of(String text) {
        return new Tokens(Tokenizer.tokens(text));
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        var token = peek();
        if (token.type() != Type.END) {
            at++;
        }
        return token;
    }

    /// The number of the next parameter, from 0.
    int nextParameter() {
        return parameters++;
    }

    boolean takeKeyword(String word) {
        return take(peek().isKeyword(word));
    }

    boolean takeSymbol(String symbol) {
        return take(peek().isSymbol(symbol));
    }

    private boolean take(boolean isThere) {
        if (isThere) {
            at++;
        }
        return isThere;
    }

    /// @param detail what is said if it is not there
    void expectKeyword(String word, String detail) {
        if (!takeKeyword(word)) {
            throw StatementErrors.malformed(detail);
        }
    }

    /// @param detail what is said if it is not there
    void expectSymbol(String symbol, String detail) {
        if (!takeSymbol(symbol)) {
            throw StatementErrors.malformed(detail);
        }
    }

    /// A semicolon may end a statement.
    void expectEnd() {
        takeSymbol(";");
        if (peek().type() != Type.END) {
            throw leftOver();
        }
    }

    static AwsException leftOver() {
        return StatementErrors.malformed("Unexpected token after expression");
    }
}
