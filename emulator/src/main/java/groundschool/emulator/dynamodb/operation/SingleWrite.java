package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Sized;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A write that is an operation of its own: what PutItem, UpdateItem and DeleteItem have in common.
///
/// @param expressions from which the write was made
record SingleWrite(
        String tableName,
        Expressions.Read expressions,
        ItemWrite write,
        Optional<ReturnValues> returnValues,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics) {

    /// What the three operations answer.
    ///
    /// @param attributes of the item before or after, if the request asks for them
    public record Response(
            Optional<Item> attributes,
            Optional<ConsumedCapacity> consumedCapacity,
            Optional<ItemCollectionMetrics> itemCollectionMetrics)
            implements Sized {

        @Override
        public int sizeBytes() {
            return attributes.map(Item::sizeBytes).orElse(0);
        }
    }

    /// @throws groundschool.emulator.AwsException if puts and deletes do not know such values
    static void requireOldOrNone(Optional<ReturnValues> returnValues) {
        switch (returnValues.orElse(ReturnValues.NONE)) {
            case NONE, ALL_OLD -> {}
            case UPDATED_OLD, ALL_NEW, UPDATED_NEW ->
                    throw DynamoDbErrors.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    List<Access> access(String action, Tables tables, Call call) {
        return List.of(
                ItemAccess.later(
                        action,
                        tableName,
                        Optional.empty(),
                        tables,
                        call,
                        access ->
                                access.item(write.itemOrKey())
                                        .paths(expressions)
                                        .parameter("ReturnValues", returnValues)
                                        .parameter(
                                                "ReturnConsumedCapacity", returnConsumedCapacity)));
    }

    /// @param attributes which of the item the answer has
    Response run(Tables tables, Call call, Function<ItemWrite.Written, Optional<Item>> attributes) {
        var table = tables.active(tableName, call);
        var written = write.perform(table, call, 1);
        written.consumption().take(table, call);
        return new Response(
                attributes.apply(written),
                written.consumption().shown(returnConsumedCapacity, table.name()),
                returnItemCollectionMetrics
                        .filter(ReturnItemCollectionMetrics.SIZE::equals)
                        .flatMap(_ -> table.collection(write.itemOrKey())));
    }

    /// The item as it was, if the request asks for it.
    Optional<Item> old(ItemWrite.Written written) {
        return written.before().filter(_ -> returnValues.equals(Optional.of(ReturnValues.ALL_OLD)));
    }
}
