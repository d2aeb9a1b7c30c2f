package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/// Puts the request's names and values into a condition, and finds what is wrong with it.
final class ConditionResolver {

    private enum Sort {
        UNKNOWN_FUNCTION,
        MISUSED_FUNCTION,
        RESERVED_WORD,
        CONDITION
    }

    private final ExpressionKind kind;
    private final ExpressionContext context;
    private final Problems<Sort> problems = new Problems<>(Sort.class);
    private final List<DocumentPath> paths = new ArrayList<>();
    private ConditionProblems simple = new ConditionProblems();

    ConditionResolver(ExpressionKind kind, ExpressionContext context) {
        this.kind = kind;
        this.context = context;
    }

    /// @throws groundschool.emulator.AwsException if something is wrong
    Condition resolve(ConditionSyntax syntax) {
        var node = node(syntax);
        problems.check(kind);
        return new Condition(node, paths);
    }

    private ConditionNode node(ConditionSyntax syntax) {
        return switch (syntax) {
            case ConditionSyntax.Or(var left, var right) ->
                    new ConditionNode.Or(node(left), node(right));
            case ConditionSyntax.And(var left, var right) ->
                    new ConditionNode.And(node(left), node(right));
            case ConditionSyntax.Not(var condition) -> new ConditionNode.Not(node(condition));
            case ConditionSyntax.Comparison comparison -> simple(comparison(comparison));
            case ConditionSyntax.Between between -> simple(between(between));
            case ConditionSyntax.In in -> simple(in(in));
            case ConditionSyntax.Function(var call) -> simple(function(call));
        };
    }

    /// Ends a condition that has no `AND`, `OR` and `NOT`: the next starts with a clean sheet.
    private ConditionNode simple(ConditionNode node) {
        simple.first().ifPresent(reason -> problems.add(Sort.CONDITION, reason));
        simple = new ConditionProblems();
        return node;
    }

    private ConditionNode comparison(ConditionSyntax.Comparison syntax) {
        var left = operand(syntax.left());
        var right = operand(syntax.right());
        simple.checkDistinct(syntax.comparator().symbol(), left, right);
        if (syntax.comparator().orders()) {
            simple.checkOrdered(syntax.comparator().symbol(), left, right);
        }
        return new ConditionNode.Comparison(syntax.comparator(), left, right);
    }

    private ConditionNode between(ConditionSyntax.Between syntax) {
        var operand = operand(syntax.operand());
        var lower = operand(syntax.lower());
        var upper = operand(syntax.upper());
        simple.checkDistinct("BETWEEN", operand, lower);
        simple.checkDistinct("BETWEEN", operand, upper);
        simple.checkOrdered("BETWEEN", operand, lower, upper);
        simple.checkBounds(lower, upper);
        return new ConditionNode.Between(operand, lower, upper);
    }

    private ConditionNode in(ConditionSyntax.In syntax) {
        var operand = operand(syntax.operand());
        var candidates = syntax.candidates().stream().map(this::operand).toList();
        candidates.forEach(candidate -> simple.checkDistinct("IN", operand, candidate));
        return new ConditionNode.In(operand, candidates);
    }

    private Operand operand(OperandSyntax syntax) {
        return switch (syntax) {
            case OperandSyntax.Path path -> new Operand.Path(path(path));
            case OperandSyntax.Value(var placeholder) -> value(placeholder);
            case OperandSyntax.Call call -> nested(call);
            case OperandSyntax.Arithmetic _ ->
                    throw new IllegalStateException("no condition has arithmetic: " + syntax);
        };
    }

    private DocumentPath path(OperandSyntax.Path syntax) {
        var path =
                new PathResolver(
                                context,
                                reason -> problems.add(Sort.RESERVED_WORD, reason),
                                simple::undefined)
                        .resolve(syntax);
        paths.add(path);
        return path;
    }

    private Operand value(String placeholder) {
        var value = context.value(placeholder);
        if (value.isEmpty()) {
            simple.undefined(
                    "An expression attribute value used in expression is not defined; attribute value: "
                            + placeholder);
        }
        return value.<Operand>map(Operand.Constant::new).orElseGet(ConditionResolver::none);
    }

    /// A function as an operand: only `size` may be one.
    private Operand nested(OperandSyntax.Call call) {
        var node = function(call, true);
        if (!call.function().equals("size")) {
            misused(call.function());
        }
        return node instanceof SizeOf(var size) ? size : none();
    }

    private ConditionNode function(OperandSyntax.Call call) {
        var result = function(call, false);
        if (call.function().equals("size")) {
            misused("size");
        }
        return result instanceof IsTrue(var node)
                ? node
                : new ConditionNode.AttributeExists(none());
    }

    private void misused(String function) {
        problems.add(
                Sort.MISUSED_FUNCTION,
                "The function is not allowed to be used this way in an expression; function: "
                        + function);
    }

    /// What a function gives: a condition, or an operand.
    private sealed interface Result {}

    private record IsTrue(ConditionNode node) implements Result {}

    private record SizeOf(Operand.Size size) implements Result {}

    private Result function(OperandSyntax.Call call, boolean asOperand) {
        var operands = call.arguments().stream().map(this::operand).toList();
        var name = call.function();
        var function = ConditionFunction.named(name);
        if (function.isEmpty()) {
            problems.add(
                    Sort.UNKNOWN_FUNCTION,
                    UpdateFunction.named(name).isPresent()
                            ? "The function is not allowed in a condition expression; function: "
                                    + name
                            : "Invalid function name; function: " + name);
            return asOperand ? new SizeOf(new Operand.Size(none())) : nothing();
        }
        if (!simple.checkCount(name, function.get().operands(), operands.size())) {
            return nothing();
        }
        var first = operands.getFirst();
        var last = operands.getLast();
        simple.checkDistinctOperands(name, operands);
        return switch (function.get()) {
            case ATTRIBUTE_EXISTS -> {
                simple.checkPath(name, first);
                yield new IsTrue(new ConditionNode.AttributeExists(first));
            }
            case ATTRIBUTE_NOT_EXISTS -> {
                simple.checkPath(name, first);
                yield new IsTrue(new ConditionNode.AttributeNotExists(first));
            }
            case ATTRIBUTE_TYPE -> {
                simple.checkPath(name, first);
                var type = simple.attributeType(last);
                yield type.isPresent()
                        ? new IsTrue(new ConditionNode.AttributeHasType(first, type.get()))
                        : nothing();
            }
            case BEGINS_WITH -> {
                simple.checkTextual(name, operands);
                yield new IsTrue(new ConditionNode.BeginsWith(first, last));
            }
            case CONTAINS -> new IsTrue(new ConditionNode.Contains(first, last));
            case SIZE -> {
                simple.checkSized(name, first);
                yield new SizeOf(new Operand.Size(first));
            }
        };
    }

    // What stands in for a part that is wrong: a problem has been added, so nobody will see it.

    private static Result nothing() {
        return new IsTrue(new ConditionNode.AttributeExists(none()));
    }

    private static Operand none() {
        return new Operand.Constant(new AttributeValue.NULL());
    }
}
