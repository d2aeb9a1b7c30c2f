package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.expression.Comparator;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.ConditionProblems;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.Operand;
import java.util.ArrayList;
import java.util.List;

/// Reads a WHERE as the condition that expressions are read to.
final class Conditions {

    private static final int MOST_CANDIDATES = 100;

    private final Values values;
    private final List<DocumentPath> paths = new ArrayList<>();

    private Conditions(Values values) {
        this.values = values;
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if it is no condition
    static Condition of(Expression where, Values values) {
        var conditions = new Conditions(values);
        var node = conditions.node(where);
        return new Condition(node, conditions.paths);
    }

    private ConditionNode node(Expression expression) {
        return switch (expression) {
            case Expression.Infix infix -> infix(infix);
            case Expression.Not(var operand) -> new ConditionNode.Not(node(operand));
            case Expression.Between between -> between(between);
            case Expression.In in -> in(in);
            case Expression.Is is -> is(is);
            case Expression.Call call -> function(call);
            case Expression.Text _,
                    Expression.Number _,
                    Expression.Truth _,
                    Expression.Null _,
                    Expression.Missing _,
                    Expression.Parameter _,
                    Expression.Path _,
                    Expression.Sequence _,
                    Expression.Struct _,
                    Expression.Bag _ ->
                    throw StatementErrors.unsupportedCondition(expression.kind());
        };
    }

    private ConditionNode infix(Expression.Infix infix) {
        return switch (infix.operator()) {
            case "and" -> new ConditionNode.And(node(infix.left()), node(infix.right()));
            case "or" -> new ConditionNode.Or(node(infix.left()), node(infix.right()));
            default -> {
                for (var comparator : Comparator.values()) {
                    if (comparator.symbol().equals(infix.operator())) {
                        yield comparison(comparator, infix);
                    }
                }
                throw StatementErrors.unsupportedCondition(infix.operator());
            }
        };
    }

    private ConditionNode comparison(Comparator comparator, Expression.Infix infix) {
        var problems = new ConditionProblems();
        var left = operand(infix.left());
        var right = operand(infix.right());
        problems.checkDistinct(comparator.symbol(), left, right);
        if (comparator.orders()) {
            problems.checkOrdered(comparator.symbol(), left, right);
        }
        return checked(new ConditionNode.Comparison(comparator, left, right), problems);
    }

    private ConditionNode between(Expression.Between between) {
        var problems = new ConditionProblems();
        var operand = operand(between.operand());
        var lower = operand(between.lower());
        var upper = operand(between.upper());
        problems.checkDistinct("BETWEEN", operand, lower);
        problems.checkDistinct("BETWEEN", operand, upper);
        problems.checkOrdered("BETWEEN", operand, lower, upper);
        problems.checkBounds(lower, upper);
        return checked(new ConditionNode.Between(operand, lower, upper), problems);
    }

    private ConditionNode in(Expression.In in) {
        var problems = new ConditionProblems();
        var operand = operand(in.operand());
        var candidates = candidates(in.candidates());
        if (candidates.size() > MOST_CANDIDATES) {
            throw StatementErrors.tooManyCandidates(candidates.size());
        }
        candidates.forEach(candidate -> problems.checkDistinct("IN", operand, candidate));
        return checked(new ConditionNode.In(operand, candidates), problems);
    }

    private List<Operand> candidates(Expression expression) {
        if (expression instanceof Expression.Sequence(var elements)) {
            return elements.stream().map(this::operand).toList();
        }
        if (values.constant(expression).orElse(null) instanceof AttributeValue.L(var elements)) {
            return elements.stream().<Operand>map(Operand.Constant::new).toList();
        }
        return List.of(operand(expression));
    }

    /// `IS MISSING` and `IS NULL`, and their like: what is missing is not null.
    private ConditionNode is(Expression.Is is) {
        var operand = operand(is.operand());
        return switch (is.type()) {
            case "MISSING" -> new ConditionNode.AttributeNotExists(operand);
            case "NULL" -> new ConditionNode.AttributeHasType(operand, AttributeType.NULL);
            case "BOOL", "BOOLEAN" ->
                    new ConditionNode.AttributeHasType(operand, AttributeType.BOOL);
            case "BLOB" -> new ConditionNode.AttributeHasType(operand, AttributeType.B);
            case "STRING" -> new ConditionNode.AttributeHasType(operand, AttributeType.S);
            case "NUMERIC" -> new ConditionNode.AttributeHasType(operand, AttributeType.N);
            case "STRUCT", "TUPLE" -> new ConditionNode.AttributeHasType(operand, AttributeType.M);
            case "LIST" -> new ConditionNode.AttributeHasType(operand, AttributeType.L);
            default -> throw StatementErrors.unsupportedIs(is.type());
        };
    }

    private Operand operand(Expression expression) {
        return switch (expression) {
            case Expression.Path(var path, _) -> {
                paths.add(path);
                yield new Operand.Path(path);
            }
            case Expression.Call(var function, var arguments, _) when function.equals("size") ->
                    size(arguments);
            case Expression.Infix _,
                    Expression.Not _,
                    Expression.Between _,
                    Expression.In _,
                    Expression.Is _,
                    Expression.Call _ ->
                    new Operand.Truth(node(expression));
            case Expression.Text _,
                    Expression.Number _,
                    Expression.Truth _,
                    Expression.Null _,
                    Expression.Missing _,
                    Expression.Parameter _,
                    Expression.Sequence _,
                    Expression.Struct _,
                    Expression.Bag _ ->
                    new Operand.Constant(values.value(expression));
        };
    }

    private Operand size(List<Expression> arguments) {
        requireCount("size", 1, arguments);
        var problems = new ConditionProblems();
        var operand = operand(arguments.getFirst());
        problems.checkSized("size", operand);
        return checked(new Operand.Size(operand), problems);
    }

    private ConditionNode function(Expression.Call call) {
        var name = call.function();
        var arguments = call.arguments();
        return switch (name) {
            case "attribute_exists" ->
                    new ConditionNode.AttributeExists(path(name, only(name, arguments)));
            case "attribute_not_exists" ->
                    new ConditionNode.AttributeNotExists(path(name, only(name, arguments)));
            case "attribute_type" -> {
                requireCount(name, 2, arguments);
                yield new ConditionNode.AttributeHasType(
                        path(name, arguments.getFirst()), type(arguments.getLast()));
            }
            case "begins_with" -> {
                var problems = new ConditionProblems();
                var operands = two(name, arguments, problems);
                problems.checkTextual(name, operands);
                yield checked(
                        new ConditionNode.BeginsWith(operands.getFirst(), operands.getLast()),
                        problems);
            }
            case "contains" -> {
                var problems = new ConditionProblems();
                var operands = two(name, arguments, problems);
                yield checked(
                        new ConditionNode.Contains(operands.getFirst(), operands.getLast()),
                        problems);
            }
            case "size" ->
                    throw StatementErrors.condition(
                            "The function is not allowed to be used this way in an expression; function: size");
            default -> throw StatementErrors.unknownFunction(name);
        };
    }

    private static Expression only(String function, List<Expression> arguments) {
        requireCount(function, 1, arguments);
        return arguments.getFirst();
    }

    private Operand path(String function, Expression argument) {
        var operand = operand(argument);
        if (!(operand instanceof Operand.Path)) {
            throw StatementErrors.condition(
                    "Operator or function requires a document path; operator or function: "
                            + function);
        }
        return operand;
    }

    private List<Operand> two(
            String function, List<Expression> arguments, ConditionProblems problems) {
        requireCount(function, 2, arguments);
        var operands = arguments.stream().map(this::operand).toList();
        problems.checkDistinctOperands(function, operands);
        return operands;
    }

    private AttributeType type(Expression argument) {
        var operand = operand(argument);
        if (!(operand instanceof Operand.Constant(AttributeValue.S(var name)))) {
            throw StatementErrors.incorrectOperand(
                    "attribute_type",
                    operand.type().map(Enum::name).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
        }
        for (var type : AttributeType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw StatementErrors.unknownAttributeType(name);
    }

    private static void requireCount(String function, int wanted, List<Expression> arguments) {
        if (arguments.size() != wanted) {
            throw StatementErrors.operandCount(function, arguments.size());
        }
    }

    private static <T> T checked(T result, ConditionProblems problems) {
        problems.first()
                .ifPresent(reason -> {
                    throw StatementErrors.condition(reason);
                });
        return result;
    }
}
