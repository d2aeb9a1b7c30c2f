package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.Describer;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableStatus;
import groundschool.emulator.sandbox.Storage;
import java.util.Optional;

/// Which tables of a sandbox are replicas of each other, and what has come to them from others.
///
/// Source: [Global
/// tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html),
/// version 2019.11.21
public final class Replicas {

    private final Tables tables;
    private final Storage storage;
    private final ReplicationGroups groups;
    private final ReplicationRole role;
    private final ReplicatedWrites writes;

    public Replicas(Tables tables, Storage storage) {
        this.tables = tables;
        this.storage = storage;
        this.groups = new ReplicationGroups(storage);
        this.role = new ReplicationRole(storage);
        this.writes =
                new ReplicatedWrites(storage, call -> storage.transition(() -> deliver(call)));
    }

    /// The writes that are on their way between replicas.
    public ReplicatedWrites writes() {
        return writes;
    }

    /// The role as which the service works on the replicas.
    public ReplicationRole role() {
        return role;
    }

    /// The global table that a table is part of, without replicas that are gone.
    public Optional<ReplicationGroup> groupOf(TableDefinition table, Call call) {
        return groups.of(table, call.region())
                .map(group -> withoutGone(group, call))
                .filter(group -> group.replicas().size() > 1);
    }

    private ReplicationGroup withoutGone(ReplicationGroup group, Call call) {
        var left =
                group.replicas().stream()
                        .filter(replica -> find(replica, group.name(), call).isPresent())
                        .toList();
        if (left.size() == group.replicas().size()) {
            return group;
        }
        var rest = group.with(left);
        if (storage.isInTransition()) {
            put(rest, call);
        }
        return rest;
    }

    /// The table that is a replica; absent if it is gone.
    Optional<Table> find(Replica replica, String name, Call call) {
        return tables.peek(name, call.in(replica.region()))
                .filter(table -> table.definition().id().equals(replica.tableId()));
    }

    /// Keeps a global table as it is now.
    void put(ReplicationGroup group, Call call) {
        groups.put(group);
        role.use(group, call);
    }

    /// Hands over what has come from other Regions, and has the replica that does so delete what
    /// has expired.
    ///
    /// Needs a transition.
    public void catchUp(Table table, Call call) {
        if (groups.isEmpty() && writes.isEmpty()) {
            return;
        }
        deliver(call);
        groupOf(table.definition(), call)
                .map(group -> group.replicas().getFirst())
                .filter(first -> !first.region().equals(call.region()))
                .flatMap(first -> find(first, table.name(), call))
                .ifPresent(first -> first.deleteExpired(call.now()));
        writes.wake(call);
    }

    private void deliver(Call call) {
        for (var next = writes.next(call.now()); next.isPresent(); next = writes.next(call.now())) {
            writes.remove(next.get());
            var write = next.get().write();
            var there = call.in(write.region()).at(write.due());
            tables.peek(write.table(), there)
                    .filter(table -> table.definition().id().equals(write.tableId()))
                    .ifPresent(table -> table.takeOver(write.at(), write.after(), there));
        }
        writes.wake(call);
    }

    /// Whether something is being done to one of the other replicas.
    boolean areBusy(ReplicationGroup group, Call call) {
        return group.others(call.region())
                .flatMap(replica -> find(replica, group.name(), call).stream())
                .map(table -> table.definition().status(call.now()))
                .anyMatch(
                        status -> status == TableStatus.CREATING || status == TableStatus.DELETING);
    }

    /// What answers show of a table.
    public Describer describer(Table table, Call call) {
        return table.describer(call).global(description(table.definition(), call));
    }

    GlobalDescription description(TableDefinition table, Call call) {
        return groupOf(table, call)
                .map(group ->
                        GlobalDescription.of(
                                group.others(call.region())
                                        .map(replica ->
                                                new ReplicaDescriber(
                                                                table,
                                                                find(replica, group.name(), call)
                                                                        .orElseThrow()
                                                                        .definition(),
                                                                call.now())
                                                        .in(replica.region()))
                                        .toList()))
                .orElse(GlobalDescription.NONE);
    }
}
