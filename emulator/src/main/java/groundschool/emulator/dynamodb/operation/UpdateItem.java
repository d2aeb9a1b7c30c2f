package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import groundschool.emulator.dynamodb.expression.AttributeValueUpdate;
import groundschool.emulator.dynamodb.expression.ConditionalOperator;
import groundschool.emulator.dynamodb.expression.ExpectedAttributeValue;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes attributes of the item that has the given primary key, or adds that item.
///
/// Source:
/// [UpdateItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html)
public record UpdateItem(
        String tableName,
        Item key,
        Optional<String> updateExpression,
        Optional<String> conditionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues,
        Optional<ReturnValues> returnValues,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure,
        Optional<Map<String, AttributeValueUpdate>> attributeUpdates,
        Optional<Map<String, ExpectedAttributeValue>> expected,
        Optional<ConditionalOperator> conditionalOperator)
        implements DynamoDbOperation {

    @Override
    public void prepare(Call call) {
        write(call);
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        return write(call).access("dynamodb:UpdateItem", tables, call);
    }

    @Override
    public SingleWrite.Response run(Tables tables, Call call) {
        var write = write(call);
        return write.run(tables, call, written -> returned(written, write.expressions().update()));
    }

    private Optional<Item> returned(ItemWrite.Written written, Optional<Update> update) {
        var before = written.before();
        var after = written.after().orElse(key);
        return switch (returnValues.orElse(ReturnValues.NONE)) {
            case NONE -> Optional.empty();
            case ALL_OLD -> before;
            case ALL_NEW -> Optional.of(after);
            case UPDATED_OLD -> before.flatMap(item -> updated(item, update));
            case UPDATED_NEW -> updated(after, update);
        };
    }

    private static Optional<Item> updated(Item item, Optional<Update> update) {
        return update.map(changes -> changes.updated().apply(item))
                .filter(changed -> !changed.isEmpty());
    }

    private SingleWrite write(Call call) {
        return call.prepared().once(this, SingleWrite.class, this::read);
    }

    private SingleWrite read() {
        var expressions =
                new Expressions()
                        .with(ExpressionKind.UPDATE, updateExpression)
                        .with(ExpressionKind.CONDITION, conditionExpression)
                        .names(expressionAttributeNames)
                        .values(expressionAttributeValues)
                        .or(Legacy.ofUpdate(attributeUpdates, expected, conditionalOperator))
                        .read();
        return new SingleWrite(
                tableName,
                expressions,
                new ItemWrite.Change(
                        key,
                        expressions.update(),
                        expressions.guard(returnValuesOnConditionCheckFailure),
                        true),
                returnValues,
                returnConsumedCapacity,
                returnItemCollectionMetrics);
    }
}
