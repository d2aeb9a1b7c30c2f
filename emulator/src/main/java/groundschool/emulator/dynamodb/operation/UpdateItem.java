package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import groundschool.emulator.dynamodb.expression.KeyPaths;
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
        Optional<Object> attributeUpdates,
        Optional<Object> expected,
        Optional<Object> conditionalOperator)
        implements DynamoDbOperation {

    /// @param attributes what `ReturnValues` asks for, unless that is nothing
    public record Response(
            Optional<Item> attributes,
            Optional<ConsumedCapacity> consumedCapacity,
            Optional<ItemCollectionMetrics> itemCollectionMetrics) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                new ItemAccess("dynamodb:UpdateItem", tableName, tables, call)
                        .item(key)
                        .paths(expressions())
                        .parameter("ReturnValues", returnValues)
                        .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                        .asked());
    }

    @Override
    public Response run(Tables tables, Call call) {
        var expressions = expressions();
        var table = tables.active(tableName, call);
        table.checkKey(key);
        expressions
                .update()
                .ifPresent(
                        update -> KeyPaths.requireUntouched(update, Conditions.names(table.key())));
        Conditions.requireScalarKeys(expressions.paths().toList(), table);
        var before = table.get(key);
        Conditions.require(
                expressions.condition(), before, returnValuesOnConditionCheckFailure, table, call);
        var base = before.orElse(key);
        var after = expressions.update().map(update -> update.apply(base)).orElse(base);
        table.checkUpdated(before.orElse(Item.empty()), after);
        ItemSize.checkUpdated(after, expressions.update());
        // What only removes does not make an item in order to remove from it.
        boolean isInVain =
                before.isEmpty() && expressions.update().isPresent() && after.equals(key);
        var consumption = isInVain ? table.delete(key, before) : table.put(after, before);
        consumption.take(table.arn(call), call);
        return new Response(
                returned(before, after, expressions.update()),
                consumption.shown(returnConsumedCapacity, table.name()),
                returnItemCollectionMetrics
                        .filter(ReturnItemCollectionMetrics.SIZE::equals)
                        .flatMap(_ -> table.collection(key)));
    }

    private Optional<Item> returned(Optional<Item> before, Item after, Optional<Update> update) {
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

    private Expressions.Read expressions() {
        return new Expressions()
                .with(ExpressionKind.UPDATE, updateExpression)
                .with(ExpressionKind.CONDITION, conditionExpression)
                .names(expressionAttributeNames)
                .values(expressionAttributeValues)
                .read();
    }
}
