package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import java.util.Optional;

/// All items of one partition key of a table that has local indexes, with their entries there.
///
/// Source: [Item
/// collections](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections)
final class ItemCollection {

    private ItemCollection() {}

    /// How large it is; absent for tables without local indexes, which have no item collections.
    static Optional<ItemCollectionMetrics> of(Item keyOrItem, Table table) {
        if (table.indexes().stream().allMatch(Index::isGlobal)) {
            return Optional.empty();
        }
        var partition = table.key().partitionOf(keyOrItem).getFirst();
        long size = 0;
        var items = table.contents().items(KeySpan.ofPartition(partition), true);
        while (items.hasNext()) {
            size += bytes(items.next().item(), table);
        }
        return Optional.of(
                ItemCollectionMetrics.of(Item.of(table.key().partitionName(), partition), size));
    }

    private static long bytes(Item item, Table table) {
        return item.sizeBytes()
                + table.indexes().stream()
                        .filter(index -> !index.isGlobal() && index.holds(item))
                        .mapToLong(index -> index.project(item).sizeBytes())
                        .sum();
    }
}
