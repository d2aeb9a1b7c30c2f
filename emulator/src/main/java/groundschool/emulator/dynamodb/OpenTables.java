package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.capacity.Meters;
import groundschool.emulator.dynamodb.insight.Insights;
import groundschool.emulator.dynamodb.replica.ReplicatedWrites;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The tables of one sandbox as objects, made from their definitions when they are first used, with
/// what is known of them in memory only: what they have left of their capacity.
final class OpenTables {

    private final Storage storage;
    private final TableDefinitions definitions;
    private final ReplicatedWrites writes;

    /// By Region and name; each is held against the stored definition when used.
    private final Map<String, Table> opened = new ConcurrentHashMap<>();

    /// The one that was opened last, which a call asks for several times.
    private volatile @Nullable Recent last;

    private record Recent(TableDefinition definition, String region, Table table) {}

    /// What each table has left of its capacity, by Region and the table's id.
    private final Map<String, Meters> meters = new ConcurrentHashMap<>();

    OpenTables(Storage storage, TableDefinitions definitions, ReplicatedWrites writes) {
        this.storage = storage;
        this.definitions = definitions;
        this.writes = writes;
    }

    /// The table of a definition.
    Table open(TableDefinition definition, String region) {
        var recent = last;
        if (recent != null && recent.definition == definition && recent.region.equals(region)) {
            return recent.table;
        }
        var opening = region + "/" + definition.name();
        var table = opened.get(opening);
        // What is stored may have been rewound since: only the very definition will do.
        if (table == null || table.definition() != definition) {
            table =
                    new Table(
                            definition,
                            region,
                            storage,
                            writes,
                            meters.computeIfAbsent(
                                    region + "/" + definition.id(), _ -> new Meters()),
                            now -> deleteExpired(definition.name(), region, now));
            opened.put(opening, table);
        }
        last = new Recent(definition, region, table);
        return table;
    }

    /// Leaves nothing of a table.
    void drop(TableDefinition definition, String region) {
        definitions.remove(region, definition);
        storage.drop(Table.itemsOf(region, definition));
        storage.drop(Trail.expirationsOf(region, definition));
        storage.drop(Trail.historyOf(region, definition));
        new Insights(region, storage).removeAll(definition.name());
        definition
                .indexes()
                .forEach(index ->
                        storage.drop(Table.entriesOf(region, definition, index.indexName())));
        opened.remove(region + "/" + definition.name());
        last = null;
        meters.remove(region + "/" + definition.id());
    }

    /// Leaves nothing of a table that is gone by a time, unless another has its name meanwhile.
    void sweep(TableDefinition gone, String region, Instant now) {
        storage.transition(() ->
                definitions
                        .get(region, gone.name())
                        .filter(left -> left.id().equals(gone.id()) && left.isGone(now))
                        .ifPresent(left -> drop(left, region)));
    }

    private void deleteExpired(String name, String region, Instant now) {
        storage.transition(() ->
                definitions
                        .get(region, name)
                        .ifPresent(definition -> open(definition, region).deleteExpired(now)));
    }
}
