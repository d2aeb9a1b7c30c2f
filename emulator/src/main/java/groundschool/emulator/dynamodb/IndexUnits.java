package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import java.util.Optional;

/// What a write takes of an index: it is the change to what the index shows that counts.
///
/// | before | after | units |
/// |---|---|---|
/// | none | some | of the new entry |
/// | some | none | of the old entry |
/// | some | the same | none |
/// | some | other attributes | of the larger entry |
/// | some | another key | of both entries, each rounded up |
///
/// Source: [Global secondary indexes, write
/// capacity](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes)
final class IndexUnits {

    private IndexUnits() {}

    /// @param before the item as it was, if the index holds it
    /// @param after the item as it is, if the index holds it
    static double write(Index index, Optional<Item> before, Optional<Item> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return 0;
        }
        var shownBefore = before.map(index::project);
        var shownAfter = after.map(index::project);
        double unitsBefore = units(shownBefore);
        double unitsAfter = units(shownAfter);
        if (before.isEmpty() || after.isEmpty() || !sameKey(index, before, after)) {
            return unitsBefore + unitsAfter;
        }
        return shownBefore.equals(shownAfter) ? 0 : Math.max(unitsBefore, unitsAfter);
    }

    /// What a write takes of the table: by the larger of the item before and after.
    static double ofTable(Optional<Item> before, Optional<Item> after) {
        return CapacityUnits.write(
                Math.max(
                        before.map(Item::sizeBytes).orElse(0),
                        after.map(Item::sizeBytes).orElse(0)));
    }

    private static double units(Optional<Item> shown) {
        return shown.map(item -> CapacityUnits.write(item.sizeBytes())).orElse(0.0);
    }

    /// Whether the index's entry stays where it is.
    static boolean sameKey(Index index, Optional<Item> before, Optional<Item> after) {
        return before.map(index.key()::of).equals(after.map(index.key()::of));
    }
}
