package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.partiql.Token.Type;
import java.util.List;

/// How tight operators bind.
final class Operators {

    /// Of `NOT` before a condition.
    static final int NOT = 3;

    /// Of what compares by order.
    static final int RANGE = 5;

    private static final int EQUALITY = 4;

    private Operators() {}

    /// @param next what comes behind the token
    /// @return 0 if the token is no operator between two operands
    static int precedence(Token token, Token next) {
        if (token.isKeyword("not")) {
            return next.isKeyword("in") || next.isKeyword("between") || next.isKeyword("like")
                    ? ofKeyword(next.text())
                    : 0;
        }
        if (token.type() == Type.SYMBOL) {
            return ofSymbol(token.text());
        }
        return token.type() == Type.KEYWORD ? ofKeyword(token.text()) : 0;
    }

    /// One condition of many, in their order, in a tree of the least height.
    ///
    /// @param operator `and` or `or`
    /// @param operands at least one
    static Expression joined(String operator, List<Expression> operands) {
        if (operands.size() == 1) {
            return operands.getFirst();
        }
        int middle = (operands.size() + 1) / 2;
        return new Expression.Infix(
                operator,
                joined(operator, operands.subList(0, middle)),
                joined(operator, operands.subList(middle, operands.size())));
    }

    private static int ofSymbol(String symbol) {
        return switch (symbol) {
            case "=", "<>", "!=" -> EQUALITY;
            case "<", "<=", ">", ">=" -> RANGE;
            case "||" -> 6;
            case "+", "-" -> 7;
            case "*", "/", "%" -> 8;
            default -> 0;
        };
    }

    private static int ofKeyword(String word) {
        return switch (word) {
            case "or" -> 1;
            case "and" -> 2;
            case "is", "in" -> EQUALITY;
            case "between", "like" -> RANGE;
            default -> 0;
        };
    }
}
