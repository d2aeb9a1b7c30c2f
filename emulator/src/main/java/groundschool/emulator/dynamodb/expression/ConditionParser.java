package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.OperandSyntax.Path;
import groundschool.emulator.dynamodb.expression.Token.Type;

/// Parses conditions. `NOT` binds closest, then `AND`, then `OR`.
///
/// Source: [Condition and filter
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html)
final class ConditionParser {

    private static final int MAXIMUM_CANDIDATES = 100;

    private record Source(ExpressionKind kind, String text) {}

    private static final Parsed<Source, ConditionSyntax> PARSED = new Parsed<>();

    private final ExpressionKind kind;
    private final Tokens tokens;
    private final OperandParser operands;

    private ConditionParser(ExpressionKind kind, String text) {
        this.kind = kind;
        this.tokens = Tokens.of(kind, text);
        this.operands = new OperandParser(tokens);
    }

    /// @throws groundschool.emulator.AwsException if the text is no condition
    static ConditionSyntax parse(ExpressionKind kind, String text) {
        return PARSED.of(
                text, new Source(kind, text), () -> new ConditionParser(kind, text).parse());
    }

    private ConditionSyntax parse() {
        tokens.checkDepth();
        var condition = or();
        tokens.expect(Type.END);
        if (tokens.haveRedundantParentheses()) {
            throw kind.invalid("The expression has redundant parentheses;");
        }
        return condition;
    }

    private ConditionSyntax or() {
        var condition = and();
        while (tokens.accept(Type.OR)) {
            tokens.countOperator();
            condition = new ConditionSyntax.Or(condition, and());
        }
        return condition;
    }

    private ConditionSyntax and() {
        var condition = not();
        while (tokens.accept(Type.AND)) {
            tokens.countOperator();
            condition = new ConditionSyntax.And(condition, not());
        }
        return condition;
    }

    private ConditionSyntax not() {
        if (tokens.accept(Type.NOT)) {
            tokens.countOperator();
            return new ConditionSyntax.Not(not());
        }
        if (tokens.type() == Type.OPEN && !opensOperand()) {
            tokens.next();
            var condition = or();
            tokens.expect(Type.CLOSE);
            return condition;
        }
        return simple();
    }

    /// Whether the parenthesis here begins an operand such as `(a)` rather than a condition.
    private boolean opensOperand() {
        return switch (tokens.typeAfterClosing()) {
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    BETWEEN,
                    IN,
                    DOT,
                    OPEN_BRACKET ->
                    true;
            default -> false;
        };
    }

    private ConditionSyntax simple() {
        var operand = operand();
        return switch (tokens.type()) {
            case EQUAL -> comparison(operand, Comparator.EQUAL);
            case NOT_EQUAL -> comparison(operand, Comparator.NOT_EQUAL);
            case LESS -> comparison(operand, Comparator.LESS);
            case LESS_OR_EQUAL -> comparison(operand, Comparator.LESS_OR_EQUAL);
            case GREATER -> comparison(operand, Comparator.GREATER);
            case GREATER_OR_EQUAL -> comparison(operand, Comparator.GREATER_OR_EQUAL);
            case BETWEEN -> between(operand);
            case IN -> in(operand);
            default -> {
                if (operand instanceof OperandSyntax.Call call) {
                    yield new ConditionSyntax.Function(call);
                }
                throw tokens.syntaxError();
            }
        };
    }

    private ConditionSyntax comparison(OperandSyntax left, Comparator comparator) {
        tokens.next();
        tokens.countOperator();
        return new ConditionSyntax.Comparison(comparator, left, operand());
    }

    private ConditionSyntax between(OperandSyntax operand) {
        tokens.expect(Type.BETWEEN);
        tokens.countOperator();
        var lower = operand();
        tokens.expect(Type.AND);
        return new ConditionSyntax.Between(operand, lower, operand());
    }

    private ConditionSyntax in(OperandSyntax operand) {
        tokens.expect(Type.IN);
        tokens.countOperator();
        tokens.expect(Type.OPEN);
        var candidates = operands.list(this::operand);
        tokens.expect(Type.CLOSE);
        if (candidates.size() > MAXIMUM_CANDIDATES) {
            throw kind.invalid(
                    "The IN operator is provided with too many operands; number of operands: "
                            + candidates.size());
        }
        return new ConditionSyntax.In(operand, candidates);
    }

    private OperandSyntax operand() {
        if (!tokens.accept(Type.OPEN)) {
            return operands.operand(this::operand);
        }
        var operand = operand();
        tokens.expect(Type.CLOSE);
        return operand instanceof Path(var steps) ? operands.continued(steps) : operand;
    }
}
