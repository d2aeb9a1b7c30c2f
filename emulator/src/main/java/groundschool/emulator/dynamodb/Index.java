package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.PendingUpdate;
import groundschool.emulator.dynamodb.schema.ProjectionType;
import groundschool.emulator.dynamodb.schema.SecondaryIndex;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Moment;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A secondary index: an ordered map from its own key and the table's to the key of the item. What
/// it shows of the item is reduced when it is read, so that an entry costs no more than its keys.
///
/// @param key the index's own
/// @param projected the names of the attributes that it shows; absent if all
public record Index(
        String name,
        boolean isGlobal,
        KeySchema key,
        Optional<List<String>> projected,
        StoredMap<Key> entries) {

    static Index of(
            SecondaryIndex index,
            TableDefinition table,
            KeySchema tableKey,
            StoredMap<Key> entries) {
        var key = KeySchema.of(index.keySchema(), table);
        return new Index(
                index.indexName(),
                index instanceof GlobalSecondaryIndex,
                key,
                projected(index, key, tableKey),
                entries);
    }

    private static Optional<List<String>> projected(
            SecondaryIndex index, KeySchema key, KeySchema tableKey) {
        if (index.projection().projectionType().equals(Optional.of(ProjectionType.ALL))) {
            return Optional.empty();
        }
        var names = new LinkedHashSet<>(tableKey.names());
        names.addAll(key.names());
        index.projection().nonKeyAttributes().ifPresent(names::addAll);
        return Optional.of(List.copyOf(names));
    }

    /// This index with the entries that it had, to be read only.
    Index asOf(Moment moment) {
        return new Index(name, isGlobal, key, projected, entries.asOf(moment));
    }

    /// Whether it is so new that nobody can read it yet.
    public boolean isBackfilling(TableDefinition table, Instant now) {
        return table.pending(now).flatMap(PendingUpdate::arriving).filter(name::equals).isPresent();
    }

    /// Whether it has all attributes of the items.
    public boolean projectsAll() {
        return projected.isEmpty();
    }

    /// Whether the item is in this index: it needs all attributes of the index's key.
    boolean holds(Item item) {
        return key.isIn(item);
    }

    /// What it shows of an item.
    Item project(Item item) {
        return projected.map(item::only).orElse(item);
    }

    /// Where an item lies in it.
    Key at(Optional<Item> held, KeySchema tableKey) {
        return ItemKey.inIndex(held.orElseThrow(), key, tableKey);
    }

    void add(Item item, Key itemKey, KeySchema tableKey) {
        entries.put(ItemKey.inIndex(item, key, tableKey), itemKey);
    }

    void remove(Item item, KeySchema tableKey) {
        entries.remove(ItemKey.inIndex(item, key, tableKey));
    }
}
