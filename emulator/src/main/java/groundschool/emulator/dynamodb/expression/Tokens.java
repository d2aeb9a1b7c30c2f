package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.expression.Token.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/// The tokens of an expression and how far they have been read.
final class Tokens {

    private static final int MAXIMUM_BYTES = 4096;
    private static final int MAXIMUM_OPERATORS = 300;
    private static final int NONE = -1;

    // With 4096 bytes, parentheses that are nested more deeply than this must be redundant.
    private static final int MAXIMUM_DEPTH = 820;

    private final ExpressionKind kind;
    private final String text;
    private final List<Token> tokens;
    private final int[] closings;
    private int at;
    private int operators;

    private Tokens(ExpressionKind kind, String text) {
        this.kind = kind;
        this.text = text;
        this.tokens = Tokenizer.tokens(kind, text);
        this.closings = closings();
    }

    /// @throws AwsException if the expression is empty or too long
    static Tokens of(ExpressionKind kind, String text) {
        if (text.isBlank()) {
            throw kind.invalid("The expression can not be empty;");
        }
        int sizeBytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (sizeBytes > MAXIMUM_BYTES) {
            throw kind.invalid(
                    "Expression size has exceeded the maximum allowed size;"
                            + (kind == ExpressionKind.UPDATE
                                    ? ""
                                    : " expression size: " + sizeBytes));
        }
        return new Tokens(kind, text);
    }

    Type type() {
        return tokens.get(at).type();
    }

    Type typeAfter() {
        return type(at + 1);
    }

    Token next() {
        var token = tokens.get(at);
        if (token.type() != Type.END) {
            at++;
        }
        return token;
    }

    /// Moves on if the next token is of that type.
    boolean accept(Type type) {
        if (type() != type) {
            return false;
        }
        next();
        return true;
    }

    /// @throws AwsException a syntax error, if the next token is of another type
    Token expect(Type type) {
        if (type() != type) {
            throw syntaxError();
        }
        return next();
    }

    /// Notes an operator or function.
    ///
    /// @throws AwsException if there are more than 300 of them
    void countOperator() {
        operators++;
        if (operators > MAXIMUM_OPERATORS) {
            throw kind.invalid(
                    "The expression contains too many operators; operator count: " + operators);
        }
    }

    /// The type of the token behind the parenthesis that closes the one here, or the end.
    Type typeAfterClosing() {
        return closings[at] == NONE ? Type.END : type(closings[at] + 1);
    }

    AwsException syntaxError() {
        var token = tokens.get(at);
        boolean end = token.type() == Type.END;
        int from = at == 0 ? token.start() : tokens.get(at - 1).start();
        int to = end ? tokens.get(Math.max(0, at - 1)).end() : tokens.get(at + 1).end();
        if (!end && type(at + 1) == Type.END) {
            to = token.end();
        }
        return kind.invalid(
                "Syntax error; token: \"%s\", near: \"%s\""
                        .formatted(end ? "<EOF>" : token.text(), text.substring(from, to)));
    }

    /// Whether a pair of parentheses holds nothing but another pair.
    boolean haveRedundantParentheses() {
        for (int open = 0; open < closings.length; open++) {
            if (closings[open] != NONE
                    && closings[open + 1] == closings[open] - 1
                    && !opensArguments(open)) {
                return true;
            }
        }
        return false;
    }

    /// @throws AwsException if parentheses are nested so deeply that some must be redundant
    void checkDepth() {
        int depth = 0;
        for (var token : tokens) {
            if (token.type() == Type.OPEN) {
                depth++;
            } else if (token.type() == Type.CLOSE) {
                depth--;
            }
            if (depth > MAXIMUM_DEPTH) {
                throw kind.invalid("The expression has redundant parentheses;");
            }
        }
    }

    private boolean opensArguments(int open) {
        return open > 0 && (type(open - 1) == Type.NAME || type(open - 1) == Type.IN);
    }

    private Type type(int index) {
        return index < tokens.size() ? tokens.get(index).type() : Type.END;
    }

    private int[] closings() {
        var closings = new int[tokens.size()];
        Arrays.fill(closings, NONE);
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < closings.length; i++) {
            if (type(i) == Type.OPEN) {
                open.push(i);
            } else if (type(i) == Type.CLOSE && !open.isEmpty()) {
                closings[open.pop()] = i;
            }
        }
        return closings;
    }
}
