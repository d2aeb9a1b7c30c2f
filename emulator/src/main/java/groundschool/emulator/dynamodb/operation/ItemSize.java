package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;

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

    /// @throws groundschool.emulator.AwsException if the item has become too large
    static void checkUpdated(Item item) {
        if (item.sizeBytes() > LIMIT_BYTES) {
            throw DynamoDbErrors.validation(
                    "Item size to update has exceeded the maximum allowed size");
        }
    }
}
