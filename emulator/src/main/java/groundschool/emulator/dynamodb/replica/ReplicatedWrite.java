package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.sandbox.Key;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What was written in one Region, on its way to another.
///
/// @param region where it is going
/// @param tableId of the table that it is for
/// @param place where in its table the item lies, in hexadecimal digits
/// @param key of the item
/// @param after the item as it is to be; absent if it was deleted
/// @param due when it arrives
public record ReplicatedWrite(
        String region,
        String table,
        String tableId,
        String place,
        Item key,
        Optional<Item> after,
        Instant due) {

    /// Where in its table the item lies.
    Key at() {
        return Key.of(HexFormat.of().parseHex(place));
    }
}
