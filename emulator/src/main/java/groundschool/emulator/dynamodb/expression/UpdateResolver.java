package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Puts the request's names and values into an update, and finds what is wrong with it.
final class UpdateResolver {

    private enum Sort {
        RESERVED_WORD,
        UNKNOWN_FUNCTION,
        MISUSED_FUNCTION,
        SECTION,
        UNDEFINED_NAME,
        UNDEFINED_VALUE,
        OVERLAP,
        CONFLICT,
        ADD_OR_DELETE,
        FUNCTION
    }

    private static final EnumSet<AttributeType> SETS =
            EnumSet.of(AttributeType.SS, AttributeType.NS, AttributeType.BS);

    private final ExpressionContext context;
    private final Problems<Sort> problems = new Problems<>(Sort.class);
    private final PathResolver paths;

    UpdateResolver(ExpressionContext context) {
        this.context = context;
        this.paths =
                new PathResolver(
                        context,
                        reason -> problems.add(Sort.RESERVED_WORD, reason),
                        reason -> problems.add(Sort.UNDEFINED_NAME, reason));
    }

    /// @throws groundschool.emulator.AwsException if something is wrong
    Update resolve(List<UpdateSyntax> sections) {
        checkSections(sections);
        var actions = new ArrayList<UpdateAction>();
        for (var section : sections) {
            section.actions().forEach(action -> actions.add(action(action)));
        }
        new PathProblems(
                        reason -> problems.add(Sort.OVERLAP, reason),
                        reason -> problems.add(Sort.CONFLICT, reason))
                .check(actions.stream().map(UpdateAction::path).toList());
        problems.check(ExpressionKind.UPDATE);
        return new Update(actions);
    }

    private void checkSections(List<UpdateSyntax> sections) {
        var seen = new HashSet<String>();
        for (var section : sections) {
            if (!seen.add(section.keyword())) {
                problems.add(
                        Sort.SECTION,
                        "The \"%s\" section can only be used once in an update expression;"
                                .formatted(section.keyword()));
            }
        }
    }

    private UpdateAction action(UpdateSyntax.Action syntax) {
        var path = paths.resolve(syntax.path());
        return switch (syntax) {
            case UpdateSyntax.Set(_, var value) -> new UpdateAction.Set(path, value(value));
            case UpdateSyntax.Remove _ -> new UpdateAction.Remove(path);
            case UpdateSyntax.Add(_, var value) -> {
                var added = constant(value);
                if (!SETS.contains(added.type()) && added.type() != AttributeType.N) {
                    incorrectType("ADD", added);
                }
                yield new UpdateAction.Add(path, added);
            }
            case UpdateSyntax.Delete(_, var value) -> {
                var deleted = constant(value);
                if (!SETS.contains(deleted.type())) {
                    incorrectType("DELETE", deleted);
                }
                yield new UpdateAction.Delete(path, deleted);
            }
        };
    }

    private void incorrectType(String operator, AttributeValue value) {
        problems.add(
                Sort.ADD_OR_DELETE,
                "Incorrect operand type for operator or function; operator: %s, operand type: %s, typeSet: ALLOWED_FOR_ADD_OPERAND"
                        .formatted(operator, value.type().longName()));
    }

    private UpdateValue value(OperandSyntax syntax) {
        return switch (syntax) {
            case OperandSyntax.Path path -> new UpdateValue.Path(paths.resolve(path));
            case OperandSyntax.Value value -> new UpdateValue.Constant(constant(value));
            case OperandSyntax.Call call -> function(call);
            case OperandSyntax.Arithmetic(var operator, var leftSyntax, var rightSyntax) -> {
                var left = value(leftSyntax);
                var right = value(rightSyntax);
                checkType(operator, AttributeType.N, left);
                checkType(operator, AttributeType.N, right);
                yield operator.equals("+")
                        ? new UpdateValue.Plus(left, right)
                        : new UpdateValue.Minus(left, right);
            }
        };
    }

    private AttributeValue constant(OperandSyntax.Value syntax) {
        var value = context.value(syntax.placeholder());
        if (value.isEmpty()) {
            problems.add(
                    Sort.UNDEFINED_VALUE,
                    "An expression attribute value used in expression is not defined; attribute value: "
                            + syntax.placeholder());
        }
        return value.orElseGet(AttributeValue.NULL::new);
    }

    private UpdateValue function(OperandSyntax.Call call) {
        call.arguments().forEach(this::checkArgument);
        var operands = call.arguments().stream().map(this::value).toList();
        var function = known(call.function());
        if (function.isEmpty() || !checkCount(call.function(), operands.size())) {
            // A problem has been added, so nobody will see this.
            return operands.getFirst();
        }
        var first = operands.getFirst();
        var last = operands.getLast();
        return switch (function.get()) {
            case IF_NOT_EXISTS -> {
                if (first instanceof UpdateValue.Path(var path)) {
                    yield new UpdateValue.IfNotExists(path, last);
                }
                problems.add(
                        Sort.FUNCTION,
                        "Operator or function requires a document path; operator or function: "
                                + call.function());
                yield last;
            }
            case LIST_APPEND -> {
                checkType(call.function(), AttributeType.L, first);
                checkType(call.function(), AttributeType.L, last);
                yield new UpdateValue.ListAppend(first, last);
            }
        };
    }

    /// A list that has been appended to can only be given to a path.
    private void checkArgument(OperandSyntax argument) {
        if (argument instanceof OperandSyntax.Call(var function, _)
                && UpdateFunction.named(function).equals(Optional.of(UpdateFunction.LIST_APPEND))) {
            problems.add(
                    Sort.MISUSED_FUNCTION,
                    "The function is not allowed to be used this way in an expression; function: "
                            + function);
        }
    }

    private Optional<UpdateFunction> known(String name) {
        var function = UpdateFunction.named(name);
        if (function.isEmpty()) {
            problems.add(
                    Sort.UNKNOWN_FUNCTION,
                    ConditionFunction.named(name).isPresent()
                            ? "The function is not allowed in an update expression; function: "
                                    + name
                            : "Invalid function name; function: " + name);
        }
        return function;
    }

    private boolean checkCount(String function, int given) {
        if (given == UpdateFunction.OPERANDS) {
            return true;
        }
        problems.add(
                Sort.FUNCTION,
                "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
                        .formatted(function, given));
        return false;
    }

    private void checkType(String operator, AttributeType wanted, UpdateValue operand) {
        if (operand instanceof UpdateValue.Constant(var value) && value.type() != wanted) {
            problems.add(
                    Sort.FUNCTION,
                    "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
                            .formatted(operator, value.type()));
        }
    }
}
