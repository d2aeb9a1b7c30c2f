package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an item, in the place of the one that has the same primary key if there is one.
///
/// Source:
/// [PutItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html)
public record PutItem(
        String tableName,
        Item item,
        Optional<String> conditionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues,
        Optional<ReturnValues> returnValues,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure,
        Optional<Object> expected,
        Optional<Object> conditionalOperator)
        implements DynamoDbOperation {

    /// The service looks at this before it reads the expressions.
    public PutItem {
        checkReturnValues(returnValues);
        ItemSize.check(item);
    }

    /// @param attributes the item that was there, if the request asks for it
    public record Response(
            Optional<Item> attributes,
            Optional<ConsumedCapacity> consumedCapacity,
            Optional<ItemCollectionMetrics> itemCollectionMetrics) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                new ItemAccess("dynamodb:PutItem", tableName, tables, call)
                        .item(item)
                        .paths(expressions())
                        .parameter("ReturnValues", returnValues)
                        .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                        .asked());
    }

    @Override
    public Response run(Tables tables, Call call) {
        var condition = expressions().condition();
        var table = tables.active(tableName, call);
        table.checkItem(item);
        condition.ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
        var before = table.get(item);
        Conditions.require(condition, before, returnValuesOnConditionCheckFailure, table, call);
        var consumption = table.put(item, before);
        consumption.take(table.arn(call), call);
        return new Response(
                before.filter(_ -> returnValues.equals(Optional.of(ReturnValues.ALL_OLD))),
                consumption.shown(returnConsumedCapacity, table.name()),
                returnItemCollectionMetrics
                        .filter(ReturnItemCollectionMetrics.SIZE::equals)
                        .flatMap(_ -> table.collection(item)));
    }

    private Expressions.Read expressions() {
        return new Expressions()
                .with(ExpressionKind.CONDITION, conditionExpression)
                .names(expressionAttributeNames)
                .values(expressionAttributeValues)
                .read();
    }

    private static void checkReturnValues(Optional<ReturnValues> returnValues) {
        switch (returnValues.orElse(ReturnValues.NONE)) {
            case NONE, ALL_OLD -> {}
            case UPDATED_OLD, ALL_NEW, UPDATED_NEW ->
                    throw DynamoDbErrors.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }
}
