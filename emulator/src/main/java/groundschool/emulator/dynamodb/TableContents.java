package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.schema.Describer.Count;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Moment;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The items of a table, and the entries of its indexes, which follow them.
///
/// @param key of the table
/// @param stored the items by where they lie
public record TableContents(KeySchema key, StoredMap<Item> stored, List<Index> indexes) {

    /// Fewer items than these fit into one partition, however large each is.
    private static final int MANY_ITEMS = 10 * 1024 * 1024 / 400;

    private static final long PARTITION_BYTES = 10L * 1024 * 1024 * 1024;

    /// The least of those keys that stay in one partition with a key: where there are local
    /// indexes, all items of one partition key do.
    public Key together(Key at) {
        return hasCollections() ? ItemKey.partition(at) : at;
    }

    /// The least key that need not stay in the partition of such a key.
    public Key afterTogether(Key at) {
        return hasCollections() ? ItemKey.after(at.bytes()) : KeySpan.next(at);
    }

    private boolean hasCollections() {
        return !indexes.stream().allMatch(Index::isGlobal);
    }

    /// What there was, to be read only.
    TableContents asOf(Moment moment) {
        return new TableContents(
                key,
                stored.asOf(moment),
                indexes.stream().map(index -> index.asOf(moment)).toList());
    }

    /// How many bytes the items have, if they may be so many that they need several partitions;
    /// else 0.
    public long bytesIfMany() {
        return areMany() ? count().sizeBytes() : 0;
    }

    /// How many bytes the entries of an index have, if they may be so many that they need several
    /// partitions; else 0.
    public long bytesIfMany(Index index) {
        return index.entries().size() < MANY_ITEMS || !areMany() ? 0 : count(index).sizeBytes();
    }

    /// Tells without reading items from the log's bytes: an item is at most twice as large as they.
    private boolean areMany() {
        return stored.size() >= MANY_ITEMS
                && stored.roughSize(Item::sizeBytes) >= PARTITION_BYTES / 2;
    }

    Optional<Item> get(Key at) {
        return stored.get(at);
    }

    /// All items, each by where it lies.
    Stream<Map.Entry<Key, Item>> items() {
        return stored.ascending();
    }

    /// Puts an item in the place of another, or takes it away, in the table and in the indexes.
    ///
    /// @param before what lies there
    void replace(Key at, Optional<Item> before, Optional<Item> after) {
        if (after.isPresent()) {
            stored.put(at, after.get());
        } else if (before.isPresent()) {
            stored.remove(at);
        }
        for (var index : indexes) {
            var entryBefore = before.filter(index::holds);
            var entryAfter = after.filter(index::holds);
            if (!IndexUnits.sameKey(index, entryBefore, entryAfter)) {
                entryBefore.ifPresent(old -> index.remove(old, key));
                entryAfter.ifPresent(item -> index.add(item, at, key));
            }
        }
    }

    /// Makes the entries of an index that is new.
    void fill(Index index) {
        items().filter(entry -> index.holds(entry.getValue()))
                .forEach(entry -> index.add(entry.getValue(), entry.getKey(), key));
    }

    /// The write units that the table and its indexes take for a change.
    ///
    /// @param at where the item lies
    /// @param before what lies there
    public Consumption unitsOf(Key at, Optional<Item> before, Optional<Item> after) {
        var consumption = new Consumption(Consumption.Unit.WRITE);
        consumption.ofTable(IndexUnits.ofTable(before, after), at);
        for (var index : indexes) {
            var entryBefore = before.filter(index::holds);
            var entryAfter = after.filter(index::holds);
            double units = IndexUnits.write(index, entryBefore, entryAfter);
            if (units > 0) {
                consumption.ofIndex(
                        index,
                        units,
                        index.isGlobal()
                                ? () -> index.at(entryAfter.or(() -> entryBefore), key)
                                : () -> at);
            }
        }
        return consumption;
    }

    /// What a write takes that changes nothing.
    Consumption unitsOfNothing(Key at, Optional<Item> before) {
        var consumption = new Consumption(Consumption.Unit.WRITE);
        consumption.ofTable(IndexUnits.ofTable(before, Optional.empty()), at);
        return consumption;
    }

    /// The items in a range of the table, in the order of their keys or against it.
    Iterator<Found> items(KeySpan range, boolean forward) {
        return Found.in(stored, range, forward);
    }

    /// The items in a range of an index, in the order of its keys or against it.
    Iterator<Found> items(Index index, KeySpan range, boolean forward) {
        return Found.in(stored, index, range, forward);
    }

    /// How many items there are, and their bytes.
    public Count count() {
        long size = items().map(Map.Entry::getValue).mapToLong(Item::sizeBytes).sum();
        return new Count(stored.size(), size);
    }

    /// How many entries an index has, and their bytes.
    Count count(Index index) {
        long size = 0;
        for (var found = items(index, KeySpan.ALL, true); found.hasNext(); ) {
            size += found.next().shown().sizeBytes();
        }
        return new Count(index.entries().size(), size);
    }
}
