package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import groundschool.emulator.dynamodb.expression.ConditionalOperator;
import groundschool.emulator.dynamodb.expression.ExpectedAttributeValue;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes the item that has the given primary key. It is no mistake if there is none.
///
/// Source:
/// [DeleteItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html)
public record DeleteItem(
        String tableName,
        Item key,
        Optional<String> conditionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues,
        Optional<ReturnValues> returnValues,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure,
        Optional<Map<String, ExpectedAttributeValue>> expected,
        Optional<ConditionalOperator> conditionalOperator)
        implements DynamoDbOperation {

    /// The service looks at this before it reads the expressions.
    public DeleteItem {
        SingleWrite.requireOldOrNone(returnValues);
    }

    @Override
    public void prepare(Call call) {
        write(call);
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        return write(call).access("dynamodb:DeleteItem", tables, call);
    }

    @Override
    public SingleWrite.Response run(Tables tables, Call call) {
        var write = write(call);
        return write.run(tables, call, write::old);
    }

    private SingleWrite write(Call call) {
        return call.prepared().once(this, SingleWrite.class, this::read);
    }

    private SingleWrite read() {
        var expressions =
                new Expressions()
                        .with(ExpressionKind.CONDITION, conditionExpression)
                        .names(expressionAttributeNames)
                        .values(expressionAttributeValues)
                        .or(Legacy.ofWrite(expected, conditionalOperator))
                        .read();
        return new SingleWrite(
                tableName,
                expressions,
                new ItemWrite.Delete(key, expressions.guard(returnValuesOnConditionCheckFailure)),
                returnValues,
                returnConsumedCapacity,
                returnItemCollectionMetrics);
    }
}
