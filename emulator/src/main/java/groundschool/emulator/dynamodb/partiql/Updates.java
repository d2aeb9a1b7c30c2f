package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.PathProblems;
import groundschool.emulator.dynamodb.expression.Update;
import groundschool.emulator.dynamodb.expression.UpdateAction;
import groundschool.emulator.dynamodb.expression.UpdateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads SET and REMOVE as the update that expressions are read to.
///
/// Source: [PartiQL update
/// statements](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.update.html)
record Updates(Values values) {

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if it is no update
    Update of(List<Statement.Change> changes) {
        var actions = new ArrayList<UpdateAction>();
        for (var change : changes) {
            actions.add(
                    switch (change) {
                        case Statement.Assign(var path, var value) -> assignment(path, value);
                        case Statement.Remove(var path) -> new UpdateAction.Remove(path);
                    });
        }
        new PathProblems(Updates::refuse, Updates::refuse)
                .check(actions.stream().map(UpdateAction::path).toList());
        return Update.ofStatement(actions);
    }

    private static void refuse(String reason) {
        throw StatementErrors.condition(reason);
    }

    private UpdateAction assignment(DocumentPath path, Expression value) {
        if (value instanceof Expression.Call call
                && (call.function().equals("set_add") || call.function().equals("set_delete"))) {
            var set = set(path, call);
            return call.function().equals("set_add")
                    ? new UpdateAction.Add(path, set)
                    : new UpdateAction.Delete(path, set);
        }
        return new UpdateAction.Set(path, value(value));
    }

    /// What is added to the set at a path, or removed from it.
    private AttributeValue set(DocumentPath path, Expression.Call call) {
        requireTwo(call);
        var function = call.function().toUpperCase(Locale.ROOT);
        if (!(call.arguments().getFirst() instanceof Expression.Path(var first, var position))
                || !first.equals(path)) {
            throw StatementErrors.notTheTarget(function, call.position());
        }
        var set = values.constant(call.arguments().getLast());
        if (set.filter(Updates::isSet).isEmpty()) {
            throw StatementErrors.notASet(function, position);
        }
        return set.get();
    }

    private static boolean isSet(AttributeValue value) {
        return value instanceof AttributeValue.SS
                || value instanceof AttributeValue.NS
                || value instanceof AttributeValue.BS;
    }

    private UpdateValue value(Expression expression) {
        return switch (expression) {
            case Expression.Path(var path, _) -> new UpdateValue.Path(path);
            case Expression.Infix(var operator, var left, var right) ->
                    arithmetic(operator, left, right);
            case Expression.Call call -> listAppend(call);
            case Expression.Not _, Expression.Between _, Expression.In _, Expression.Is _ ->
                    throw StatementErrors.unsupportedUpdate(expression.kind());
            case Expression.Text _,
                    Expression.Number _,
                    Expression.Truth _,
                    Expression.Null _,
                    Expression.Missing _,
                    Expression.Parameter _,
                    Expression.Sequence _,
                    Expression.Struct _,
                    Expression.Bag _ ->
                    new UpdateValue.Constant(values.value(expression));
        };
    }

    private UpdateValue arithmetic(String operator, Expression left, Expression right) {
        if (!operator.equals("+") && !operator.equals("-")) {
            throw StatementErrors.unsupportedUpdate(operator);
        }
        var first = typed(operator, AttributeType.N, value(left));
        var second = typed(operator, AttributeType.N, value(right));
        return operator.equals("+")
                ? new UpdateValue.Plus(first, second)
                : new UpdateValue.Minus(first, second);
    }

    private UpdateValue listAppend(Expression.Call call) {
        if (!call.function().equals("list_append")) {
            throw StatementErrors.unknownFunction(call.function());
        }
        requireTwo(call);
        return new UpdateValue.ListAppend(
                typed("list_append", AttributeType.L, value(call.arguments().getFirst())),
                typed("list_append", AttributeType.L, value(call.arguments().getLast())));
    }

    private static void requireTwo(Expression.Call call) {
        if (call.arguments().size() != 2) {
            throw StatementErrors.operandCount(call.function(), call.arguments().size());
        }
    }

    private static UpdateValue typed(String operator, AttributeType type, UpdateValue value) {
        if (value instanceof UpdateValue.Constant(var constant) && constant.type() != type) {
            throw StatementErrors.incorrectOperand(operator, constant.type().name());
        }
        return value;
    }
}
