package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Map;
import java.util.Optional;

/// The global tables of a sandbox. There may be several of one name, in Regions apart.
public final class ReplicationGroups {

    private final StoredMap<ReplicationGroup> groups;

    public ReplicationGroups(Storage storage) {
        this.groups =
                storage.map("dynamodb/global-tables", new JsonFormat<>(ReplicationGroup.class));
    }

    /// The one that a table is part of, whatever has become of the other parts.
    public Optional<ReplicationGroup> of(TableDefinition table, String region) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return groups.ascending(
                        Optional.of(Key.of(table.name() + "/")),
                        Optional.of(Key.of(table.name() + "0")))
                .map(Map.Entry::getValue)
                .filter(group -> group.has(table, region))
                .findFirst();
    }

    /// Keeps it as it is now; a single table is no global table any longer.
    void put(ReplicationGroup group) {
        if (group.replicas().size() > 1) {
            groups.put(key(group), group);
        } else {
            groups.remove(key(group));
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    private static Key key(ReplicationGroup group) {
        return Key.of(group.name() + "/" + group.id());
    }
}
