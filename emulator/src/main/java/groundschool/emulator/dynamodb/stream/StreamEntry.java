package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.dynamodb.Item;
import java.time.Instant;
import java.util.Optional;

/// A change to an item as a stream keeps it.
///
/// @param newImage present if the stream shows it
/// @param oldImage present if the stream shows it
/// @param slot the place of its shard among those that were open; absent for the first
/// @param byService whether the item was deleted because it had expired
public record StreamEntry(
        String sequenceNumber,
        OperationType operation,
        Instant at,
        Item keys,
        Optional<Item> newImage,
        Optional<Item> oldImage,
        boolean byService,
        Optional<Integer> slot) {

    /// What happened to the item.
    public enum OperationType {
        INSERT,
        MODIFY,
        REMOVE
    }

    /// Its place among the records of the stream.
    long number() {
        return Long.parseLong(sequenceNumber.substring(1));
    }

    /// The size of all that the record shows.
    int sizeBytes() {
        return keys.sizeBytes()
                + newImage.map(Item::sizeBytes).orElse(0)
                + oldImage.map(Item::sizeBytes).orElse(0);
    }
}
