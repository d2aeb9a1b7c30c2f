package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Moment;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What is set about the tables of one sandbox, by Region and name; also about those that are gone
/// and not swept away yet.
final class TableDefinitions {

    private final Storage storage;
    private final Map<String, StoredMap<TableDefinition>> byRegion = new ConcurrentHashMap<>();

    TableDefinitions(Storage storage) {
        this.storage = storage;
    }

    Optional<TableDefinition> get(String region, String name) {
        return in(region).get(Key.of(name));
    }

    /// As it was.
    Optional<TableDefinition> get(String region, String name, Moment moment) {
        return in(region).asOf(moment).get(Key.of(name));
    }

    void put(String region, TableDefinition definition) {
        in(region).put(Key.of(definition.name()), definition);
    }

    void remove(String region, TableDefinition definition) {
        in(region).remove(Key.of(definition.name()));
    }

    /// Those of a Region whose names come after `start`, by name.
    Stream<TableDefinition> after(Optional<String> start, String region) {
        return in(region)
                .ascending(start.map(name -> Key.of(name + "\0")), Optional.empty())
                .map(Map.Entry::getValue);
    }

    private StoredMap<TableDefinition> in(String region) {
        return byRegion.computeIfAbsent(
                region,
                _ ->
                        storage.map(
                                "dynamodb/" + region + "/tables",
                                new JsonFormat<>(TableDefinition.class)));
    }
}
