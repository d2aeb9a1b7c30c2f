package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A global table: tables of one name in several Regions, which take over each other's writes.
///
/// @param id the id of the table that it began with, which tells it from others of the name
/// @param replicas in the order in which they were added, the table that it began with first
/// @param strong present if a write is in all of them before it is answered
public record ReplicationGroup(
        String name, String id, List<Replica> replicas, Optional<Strong> strong) {

    public ReplicationGroup {
        replicas = List.copyOf(replicas);
    }

    /// @param witness the Region that keeps changes and has no table, if there is one
    public record Strong(Optional<String> witness) {}

    static ReplicationGroup of(TableDefinition table, String region, Optional<Strong> strong) {
        var first = new Replica(region, table.id(), Optional.empty(), table.createdAt());
        return new ReplicationGroup(table.name(), table.id(), List.of(first), strong);
    }

    public boolean hasStrongReads() {
        return strong.isPresent();
    }

    ReplicationGroup with(Replica added) {
        return with(Stream.concat(replicas.stream(), Stream.of(added)).toList());
    }

    ReplicationGroup with(List<Replica> others) {
        return new ReplicationGroup(name, id, others, strong);
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
