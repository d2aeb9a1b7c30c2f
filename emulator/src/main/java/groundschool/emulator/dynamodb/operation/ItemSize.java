package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.Update;
import java.util.Optional;

/// The limit of 400 KB for an item with the names of its attributes.
///
/// Source: [Item
/// size](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items)
final class ItemSize {

    static final int LIMIT_BYTES = 400 * 1024;

    private ItemSize() {}

    /// @throws groundschool.emulator.AwsException if the item is too large to be put
    static void check(Item item) {
        if (item.sizeBytes() > LIMIT_BYTES) {
            throw DynamoDbErrors.validation("Item size has exceeded the maximum allowed size");
        }
    }

    /// An update is measured twice: by the item that it leads to, and by what it writes, to which
    /// every clause adds a little. The second matters to items that have short keys.
    ///
    /// Source: [dynamodb-conformance](https://github.com/nubo-db/dynamodb-conformance),
    /// `itemSizeBySurface`, measured against eu-west-2 in August 2026
    ///
    /// @throws groundschool.emulator.AwsException if the item has become too large
    static void checkUpdated(Item item, Optional<Update> update) {
        int written = update.map(changes -> changes.writtenBytes(item)).orElse(0);
        if (Math.max(item.sizeBytes(), written) > LIMIT_BYTES) {
            throw DynamoDbErrors.validation(
                    "Item size to update has exceeded the maximum allowed size");
        }
    }
}
