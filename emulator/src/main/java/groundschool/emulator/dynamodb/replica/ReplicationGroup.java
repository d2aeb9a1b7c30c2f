package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A global table: tables of one name in several Regions, which take over each other's writes.
///
/// @param id the id of the table that it began with, which tells it from others of the name
/// @param replicas in the order in which they were added, the table that it began with first
public record ReplicationGroup(String name, String id, List<Replica> replicas) {

    public ReplicationGroup {
        replicas = List.copyOf(replicas);
    }

    static ReplicationGroup of(TableDefinition table, String region) {
        var first = new Replica(region, table.id(), Optional.empty(), table.createdAt());
        return new ReplicationGroup(table.name(), table.id(), List.of(first));
    }

    ReplicationGroup with(Replica added) {
        return with(Stream.concat(replicas.stream(), Stream.of(added)).toList());
    }

    ReplicationGroup with(List<Replica> others) {
        return new ReplicationGroup(name, id, others);
    }

    Optional<Replica> in(String region) {
        return replicas.stream().filter(replica -> replica.region().equals(region)).findFirst();
    }

    /// All but that of a Region.
    public Stream<Replica> others(String region) {
        return replicas.stream().filter(replica -> !replica.region().equals(region));
    }

    boolean has(TableDefinition table, String region) {
        return in(region).filter(replica -> replica.tableId().equals(table.id())).isPresent();
    }
}
