package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Does up to 100 writes and checks together or not at all.
///
/// Source:
/// [TransactWriteItems](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html)
public record TransactWriteItems(
        List<TransactWriteItem> transactItems,
        Optional<String> clientRequestToken,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics)
        implements DynamoDbOperation {

    public TransactWriteItems {
        transactItems = List.copyOf(transactItems);
    }

    /// @param consumedCapacity by table
    public record Response(
            Optional<List<ConsumedCapacity>> consumedCapacity,
            Optional<Map<String, List<ItemCollectionMetrics>>> itemCollectionMetrics) {}

    /// As of the operations that do the same to one item, one for each kind and table.
    @Override
    public List<Access> access(Tables tables, Call call) {
        var wanted = new LinkedHashMap<List<String>, ItemAccess>();
        for (var item : transactItems) {
            var action = item.action();
            var expressions = action.expressions();
            wanted.computeIfAbsent(
                            List.of(action.iamAction(), action.tableName()),
                            _ ->
                                    new ItemAccess(
                                            action.iamAction(), action.tableName(), tables, call))
                    .item(action.write(expressions).itemOrKey())
                    .paths(expressions);
        }
        return wanted.values().stream()
                .map(access ->
                        access.parameter("EnclosingOperation", Optional.of("TransactWriteItems"))
                                .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                                .asked())
                .toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        var actions =
                transactItems.stream()
                        .map(TransactWriteItem::action)
                        .map(action ->
                                new WriteTransaction.Action(
                                        action.tableName(), action.write(action.expressions())))
                        .toList();
        var transaction = new WriteTransaction(actions, tables, call);
        if (clientRequestToken.isPresent()
                && tables.clientTokens(call).isRepeated(clientRequestToken.get(), this)) {
            return new Response(shown(transaction.read()), Optional.empty());
        }
        var taken = transaction.perform();
        clientRequestToken.ifPresent(token -> tables.clientTokens(call).remember(token, this));
        return new Response(
                shown(taken),
                returnItemCollectionMetrics
                        .filter(ReturnItemCollectionMetrics.SIZE::equals)
                        .map(_ -> transaction.collections())
                        .filter(collections -> !collections.isEmpty()));
    }

    private Optional<List<ConsumedCapacity>> shown(Map<Table, Consumption> taken) {
        return Consumption.shownOfTransaction(taken, returnConsumedCapacity);
    }
}
