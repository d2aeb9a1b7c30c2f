package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads up to 100 items as they are together at one moment.
///
/// Source:
/// [TransactGetItems](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html)
public record TransactGetItems(
        List<TransactGetItem> transactItems,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity)
        implements DynamoDbOperation {

    public TransactGetItems {
        transactItems = List.copyOf(transactItems);
    }

    /// @param responses in the order of the reads
    /// @param consumedCapacity by table
    public record Response(
            List<ItemResponse> responses, Optional<List<ConsumedCapacity>> consumedCapacity) {}

    /// @param item absent if there is none
    public record ItemResponse(Optional<Item> item) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var wanted = new LinkedHashMap<String, ItemAccess>();
        for (var item : transactItems) {
            var get = item.get();
            wanted.computeIfAbsent(
                            get.tableName(),
                            _ -> new ItemAccess("dynamodb:GetItem", get.tableName(), tables, call))
                    .item(get.key())
                    .paths(get.expressions());
        }
        return wanted.values().stream()
                .map(access ->
                        access.parameter("EnclosingOperation", Optional.of("TransactGetItems"))
                                .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                                .asked())
                .toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        var actions =
                transactItems.stream()
                        .map(TransactGetItem::get)
                        .map(get ->
                                new ReadTransaction.Action(
                                        get.tableName(), get.key(), get.expressions().projection()))
                        .toList();
        var transaction = new ReadTransaction(actions, tables, call);
        return new Response(
                transaction.items().stream().map(ItemResponse::new).toList(),
                Consumption.shownOfTransaction(transaction.consumption(), returnConsumedCapacity));
    }
}
