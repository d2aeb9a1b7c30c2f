package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Sized;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the item that has the given primary key.
///
/// Source:
/// [GetItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html)
public record GetItem(
        String tableName,
        Item key,
        Optional<Boolean> consistentRead,
        Optional<String> projectionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<List<String>> attributesToGet)
        implements DynamoDbOperation {

    /// @param item the item, absent if there is none with that key
    public record Response(Optional<Item> item, Optional<ConsumedCapacity> consumedCapacity)
            implements Sized {

        @Override
        public int sizeBytes() {
            return item.map(Item::sizeBytes).orElse(0);
        }
    }

    @Override
    public void prepare(Call call) {
        expressions(call);
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                ItemAccess.later(
                        "dynamodb:GetItem",
                        tableName,
                        Optional.empty(),
                        tables,
                        call,
                        access ->
                                access.item(key)
                                        .paths(expressions(call))
                                        .parameter("Select", Optional.of(select()))
                                        .parameter(
                                                "ReturnConsumedCapacity", returnConsumedCapacity)));
    }

    private Select select() {
        return projectionExpression.isPresent() || attributesToGet.isPresent()
                ? Select.SPECIFIC_ATTRIBUTES
                : Select.ALL_ATTRIBUTES;
    }

    @Override
    public Response run(Tables tables, Call call) {
        var projection = expressions(call).projection();
        var table = tables.active(tableName, call);
        table.checkKey(key);
        projection.ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
        var at = table.at(key);
        var found = tables.seen(table, consistentRead.orElse(false), call).get(at);
        table.touch(key, call);
        var consumption = new Consumption(Consumption.Unit.READ);
        consumption.ofTable(
                CapacityUnits.read(
                        found.map(Item::sizeBytes).orElse(0), consistentRead.orElse(false)),
                at);
        consumption.take(table, call);
        return new Response(
                found.map(item -> projection.map(given -> given.apply(item)).orElse(item)),
                consumption.shown(returnConsumedCapacity, table.name()));
    }

    private Expressions.Read expressions(Call call) {
        return call.prepared().once(this, Expressions.Read.class, this::read);
    }

    private Expressions.Read read() {
        return new Expressions()
                .with(ExpressionKind.PROJECTION, projectionExpression)
                .names(expressionAttributeNames)
                .or(Legacy.ofGet(attributesToGet))
                .read();
    }
}
