package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.partiql.Expression.Between;
import groundschool.emulator.dynamodb.partiql.Expression.Call;
import groundschool.emulator.dynamodb.partiql.Expression.In;
import groundschool.emulator.dynamodb.partiql.Expression.Infix;
import groundschool.emulator.dynamodb.partiql.Expression.Is;
import groundschool.emulator.dynamodb.partiql.Expression.Not;
import groundschool.emulator.dynamodb.partiql.Expression.Number;
import groundschool.emulator.dynamodb.partiql.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// Reads expressions by the precedence of their operators.
final class ExpressionParser {

    private static final int NOT = 3;
    private static final int RANGE = 5;

    /// How deep expressions may be in each other: far deeper than any value may be.
    private static final int DEEPEST = 200;

    /// Names of functions that are reserved for something else.
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "size",
                    "count",
                    "sum",
                    "avg",
                    "min",
                    "max",
                    "upper",
                    "lower",
                    "trim",
                    "substring",
                    "char_length",
                    "character_length",
                    "octet_length",
                    "bit_length",
                    "coalesce",
                    "nullif",
                    "cast",
                    "extract",
                    "position",
                    "exists");

    /// How high trees of operators may grow, so that whoever walks them gets back.
    private static final int HIGHEST = 1600;

    private final Tokens tokens;
    private final PathParser paths;
    private int depth;

    /// Of the tree that was read last.
    private int height;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.paths = new PathParser(tokens, this::expression);
    }

    Expression expression() {
        return expression(0);
    }

    /// @param above operators that bind no tighter end the expression
    private Expression expression(int above) {
        return nested(() -> {
            height = 0;
            var left = unary();
            int grown = height;
            while (precedence(tokens.peek()) > above) {
                // Long chains of AND and OR are common and cheap, others are neither.
                int step = precedence(tokens.peek()) < NOT ? 1 : 4;
                left = infix(left);
                grown = Math.max(grown, height) + step;
                if (grown > HIGHEST) {
                    throw StatementErrors.malformed("");
                }
            }
            height = grown;
            return left;
        });
    }

    /// Bad input must not exhaust the stack.
    private Expression nested(Supplier<Expression> read) {
        if (++depth > DEEPEST) {
            throw StatementErrors.malformed("");
        }
        var expression = read.get();
        depth--;
        return expression;
    }

    private int precedence(Token token) {
        if (token.type() == Type.SYMBOL) {
            return switch (token.text()) {
                case "=", "<>", "!=" -> 4;
                case "<", "<=", ">", ">=" -> RANGE;
                case "||" -> 6;
                case "+", "-" -> 7;
                case "*", "/", "%" -> 8;
                default -> 0;
            };
        }
        if (token.isKeyword("not")) {
            return switch (tokens.peek(1).text()) {
                case "in" -> 4;
                case "between", "like" -> RANGE;
                default -> 0;
            };
        }
        if (token.type() != Type.KEYWORD) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> 1;
            case "and" -> 2;
            case "is", "in" -> 4;
            case "between", "like" -> RANGE;
            default -> 0;
        };
    }

    private Expression infix(Expression left) {
        int precedence = precedence(tokens.peek());
        var operator = tokens.next();
        boolean negated = operator.isKeyword("not");
        if (negated) {
            operator = tokens.next();
        }
        var condition =
                switch (operator.text()) {
                    case "is" -> is(left);
                    case "between" -> between(left);
                    default -> {
                        var right = right(precedence);
                        yield operator.isKeyword("in")
                                ? new In(left, right)
                                : new Infix(spelled(operator.text()), left, right);
                    }
                };
        return negated ? new Not(condition) : condition;
    }

    private static String spelled(String operator) {
        return operator.equals("!=") ? "<>" : operator;
    }

    private Expression right(int precedence) {
        if (tokens.peek().type() == Type.END) {
            throw StatementErrors.malformed("Missing right-hand side expression of infix operator");
        }
        return expression(precedence);
    }

    private Expression between(Expression operand) {
        var lower = right(RANGE);
        int highest = height;
        tokens.expectKeyword("and", "Expected AND after BETWEEN");
        var upper = right(RANGE);
        height = Math.max(highest, height);
        return new Between(operand, lower, upper);
    }

    private Expression is(Expression operand) {
        boolean negated = tokens.takeKeyword("not");
        var type = tokens.next();
        if (!Keywords.TYPES.contains(type.text().toLowerCase(Locale.ROOT))
                || type.type() != Type.KEYWORD && type.type() != Type.NAME) {
            throw StatementErrors.malformed("Expected type name");
        }
        var name = type.text();
        if (name.equals("double")) {
            tokens.expectKeyword("precision", "Expected type name");
            name = "double_precision";
        } else if (name.equals("character") && tokens.takeKeyword("varying")) {
            name = "character_varying";
        }
        var condition = new Is(operand, name.toUpperCase(Locale.ROOT));
        return negated ? new Not(condition) : condition;
    }

    private Expression unary() {
        if (tokens.takeKeyword("not")) {
            return new Not(expression(NOT));
        }
        return signedTerm();
    }

    /// A term, and before it any number of signs if it is a number.
    private Expression signedTerm() {
        boolean negative = false;
        boolean signed = false;
        while (tokens.peek().isSymbol("-") || tokens.peek().isSymbol("+")) {
            negative ^= tokens.next().isSymbol("-");
            signed = true;
        }
        var term = paths.after(term());
        if (!signed) {
            return term;
        }
        if (term instanceof Number(var digits, var position)) {
            return negative ? new Number("-" + digits, position) : term;
        }
        throw StatementErrors.unsupportedToken(negative ? "-" : "+");
    }

    private Expression term() {
        var token = tokens.peek();
        if (isCall(token)) {
            return call();
        }
        return switch (token.type()) {
            case NAME, QUOTED_NAME -> PathParser.root(tokens.next());
            case STRING -> new Expression.Text(tokens.next().text());
            case NUMBER -> new Number(token.text(), tokens.next().position());
            case PARAMETER ->
                    new Expression.Parameter(tokens.nextParameter(), tokens.next().position());
            case KEYWORD -> keyword(token);
            case SYMBOL -> symbol(token);
            case END -> throw unexpected("term");
        };
    }

    private Expression keyword(Token token) {
        return switch (token.text()) {
            case "true", "false" -> new Expression.Truth(tokens.next().isKeyword("true"));
            case "null" -> {
                tokens.next();
                yield new Expression.Null();
            }
            case "missing" -> {
                tokens.next();
                yield new Expression.Missing();
            }
            // As in `SLECT * FROM "table"`: what begins with FROM changes something.
            case "from" -> {
                new StatementParser(tokens).fromFirst();
                throw StatementErrors.malformed("Expected data manipulation");
            }
            default -> throw unexpected(token.isOperator() ? "operator" : "keyword");
        };
    }

    private Expression symbol(Token token) {
        if (token.isOperator()) {
            throw unexpected("operator");
        }
        return switch (token.text()) {
            case "(" -> parenthesized();
            case "[" -> {
                tokens.next();
                yield new Expression.Sequence(list("]"));
            }
            case "<<" -> {
                tokens.next();
                yield new Expression.Bag(list(">>"));
            }
            case "{" -> struct();
            default -> throw unexpected("term");
        };
    }

    private Expression parenthesized() {
        tokens.next();
        var first = expression();
        if (!tokens.peek().isSymbol(",")) {
            tokens.expectSymbol(")", "Expected RIGHT_PAREN");
            return first;
        }
        int highest = height;
        tokens.next();
        var elements = list(")");
        elements.addFirst(first);
        height = Math.max(highest, height);
        return new Expression.Sequence(elements);
    }

    private List<Expression> list(String end) {
        var elements = new ArrayList<Expression>();
        if (tokens.takeSymbol(end)) {
            return elements;
        }
        int highest = 0;
        do {
            elements.add(expression());
            highest = Math.max(highest, height);
        } while (tokens.takeSymbol(","));
        height = highest;
        tokens.expectSymbol(end, "Expected COMMA or end of list");
        return elements;
    }

    private Expression struct() {
        tokens.next();
        var fields = new ArrayList<Expression.Field>();
        if (tokens.takeSymbol("}")) {
            return new Expression.Struct(fields);
        }
        do {
            var name = expression();
            tokens.expectSymbol(":", "Expected COLON in struct");
            fields.add(new Expression.Field(name, expression()));
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol("}", "Expected COMMA or end of struct");
        return new Expression.Struct(fields);
    }

    private boolean isCall(Token token) {
        return tokens.peek(1).isSymbol("(")
                && (token.type() == Type.NAME
                        || token.type() == Type.KEYWORD && FUNCTIONS.contains(token.text()));
    }

    private Expression call() {
        var name = tokens.next();
        tokens.next();
        return new Call(name.text().toLowerCase(Locale.ROOT), list(")"), name.position());
    }

    private static AwsException unexpected(String what) {
        return StatementErrors.malformed("Unexpected " + what);
    }
}
