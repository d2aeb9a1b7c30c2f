package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/// An item that a query or scan has come to.
///
/// @param at where it lies in what is read
/// @param item as the table has it
/// @param shown as the index shows it, or the same
record Found(Key at, Item item, Item shown) {

    /// The items in a range of a table, in the order of their keys or against it.
    static Iterator<Found> in(StoredMap<Item> items, KeySpan range, boolean forward) {
        return each(
                items.walk(range.from(), range.to(), forward),
                entry -> new Found(entry.getKey(), entry.getValue(), entry.getValue()));
    }

    /// The items in a range of an index, in the order of its keys or against it.
    static Iterator<Found> in(StoredMap<Item> items, Index index, KeySpan range, boolean forward) {
        return each(
                index.entries().walk(range.from(), range.to(), forward),
                entry -> {
                    var item = items.get(entry.getValue()).orElseThrow();
                    return new Found(entry.getKey(), item, index.project(item));
                });
    }

    private static <V> Iterator<Found> each(
            Iterator<Map.Entry<Key, V>> entries, Function<Map.Entry<Key, V>, Found> found) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Found next() {
                return found.apply(entries.next());
            }
        };
    }
}
