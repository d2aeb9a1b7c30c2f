package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.stream.Stream;

/// An item that a query or scan has come to.
///
/// @param at where it lies in what is read
/// @param item as the table has it
/// @param shown as the index shows it, or the same
record Found(Key at, Item item, Item shown) {

    /// The items in a range of a table, in the order of their keys or against it.
    static Stream<Found> in(StoredMap<Item> items, KeySpan range, boolean forward) {
        var entries =
                forward
                        ? items.ascending(range.from(), range.to())
                        : items.descending(range.from(), range.to());
        return entries.map(entry -> new Found(entry.getKey(), entry.getValue(), entry.getValue()));
    }

    /// The items in a range of an index, in the order of its keys or against it.
    static Stream<Found> in(StoredMap<Item> items, Index index, KeySpan range, boolean forward) {
        var entries =
                forward
                        ? index.entries().ascending(range.from(), range.to())
                        : index.entries().descending(range.from(), range.to());
        return entries.map(entry -> {
            var item = items.get(entry.getValue()).orElseThrow();
            return new Found(entry.getKey(), item, index.project(item));
        });
    }
}
