package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.Create;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.Delete;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.Update;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.PendingUpdate;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableDescription;
import groundschool.emulator.dynamodb.schema.TableId;
import groundschool.emulator.dynamodb.schema.TableStatus;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import groundschool.emulator.dynamodb.stream.StreamViewType;
import groundschool.emulator.dynamodb.stream.TableStream;
import java.util.List;
import java.util.Optional;

/// A change to the replicas of a table, asked for in one of their Regions.
///
/// @param table that of the call's Region
public record ReplicaChange(Tables tables, Table table, Call call) {

    /// Adds, changes or deletes replicas.
    ///
    /// @return the table while that is under way: its replicas are still what they were
    /// @throws groundschool.emulator.AwsException if the service would refuse
    public TableDescription run(List<ReplicationGroupUpdate> updates) {
        ReplicaRules.check(updates, call.region());
        requireAdded();
        var before = replicas().description(table.definition(), call);
        var asked = updates.stream().distinct().toList();
        asked.stream().flatMap(update -> update.create().stream()).forEach(this::add);
        asked.stream().flatMap(update -> update.update().stream()).forEach(this::change);
        asked.stream().flatMap(update -> update.delete().stream()).forEach(this::remove);
        return now().describer(call)
                .global(GlobalDescription.of(before.replicas().orElse(List.of())))
                .updated();
    }

    private Replicas replicas() {
        return tables.replicas();
    }

    private String name() {
        return table.name();
    }

    /// The table as it is now.
    private Table now() {
        return tables.peek(name(), call).orElseThrow();
    }

    private void requireAdded() {
        if (table.definition().status(call.now()) == TableStatus.CREATING
                && replicas().groupOf(table.definition(), call).isPresent()) {
            throw ReplicaErrors.beingAdded(name(), call.region());
        }
    }

    /// @throws groundschool.emulator.AwsException if something is being done to a replica
    private void requireIdle() {
        if (table.definition().status(call.now()) == TableStatus.UPDATING
                || replicas()
                        .groupOf(table.definition(), call)
                        .filter(group -> replicas().areBusy(group, call))
                        .isPresent()) {
            throw ReplicaErrors.inUse();
        }
        table.requireActive(call);
    }

    private void add(Create asked) {
        var there = call.in(asked.regionName());
        if (tables.peek(name(), there).isPresent()) {
            throw ReplicaErrors.alreadyThere(name());
        }
        requireIdle();
        if (table.definition().billingMode() == BillingMode.PROVISIONED) {
            throw ReplicaErrors.provisioned();
        }
        var key = key(asked, there);
        var here = pending(withStream(table.definition(), StreamViewType.NEW_AND_OLD_IMAGES, call));
        var copy =
                here.change()
                        .replica(
                                TableId.fresh(call.random()),
                                call.now(),
                                call.now().plus(tables.delay()))
                        .kmsKeyArn(key)
                        .done();
        var viewType = here.stream().orElseThrow().viewType();
        var replica = withStream(asked.overrides().on(copy), viewType, there);
        tables.change(table, here, call);
        var added = tables.restore(replica, _ -> {}, table.itemsMap(call), there);
        here.timeToLive()
                .filter(TimeToLive::enabled)
                .ifPresent(setting -> tables.expire(added, setting, there));
        var group =
                replicas()
                        .groupOf(here, call)
                        .orElseGet(() -> ReplicationGroup.of(here, call.region()));
        replicas()
                .put(
                        group.with(
                                new Replica(
                                        there.region(),
                                        replica.id(),
                                        Optional.of(call.region()),
                                        call.now())),
                        call);
    }

    private TableDefinition withStream(
            TableDefinition definition, StreamViewType viewType, Call where) {
        return definition.stream().filter(TableStream::enabled).isPresent()
                ? definition
                : tables.streams(where)
                        .set(
                                definition,
                                new StreamSpecification(true, Optional.of(viewType)),
                                call.now());
    }

    /// The key that the replica is encrypted with: of its own Region, and of the table's kind.
    private Optional<String> key(Create asked, Call there) {
        var own = SseSpecification.ownKeyArn(call);
        var current = table.definition().kmsKeyArn();
        if (current.isEmpty() && asked.kmsMasterKeyId().isPresent()
                || current.filter(key -> !key.equals(own)).isPresent()
                        && asked.kmsMasterKeyId().isEmpty()) {
            throw ReplicaErrors.keyOfEachReplica();
        }
        if (current.isEmpty()) {
            return Optional.empty();
        }
        var given =
                asked.kmsMasterKeyId()
                        .map(id -> SseSpecification.keyArn(id, there))
                        .orElseGet(() -> SseSpecification.ownKeyArn(there));
        if (!given.startsWith(there.arn("kms", ""))) {
            throw ReplicaErrors.keyOfAnotherRegion(there.region(), given.split(":", -1)[3]);
        }
        if (given.equals(SseSpecification.ownKeyArn(there)) != current.get().equals(own)) {
            throw ReplicaErrors.keysOfOneKind();
        }
        return Optional.of(given);
    }

    private void change(Update asked) {
        var other = member(asked.regionName());
        if (asked.kmsMasterKeyId().isPresent()) {
            throw ReplicaErrors.keyOfEachReplica();
        }
        requireIdle();
        asked.overrides().check(other.definition());
        var there = call.in(asked.regionName());
        tables.change(other, pending(asked.overrides().on(other.definition())), there);
        tables.change(table, pending(now().definition()), call);
    }

    private void remove(Delete asked) {
        var other = member(asked.regionName());
        requireIdle();
        tables.change(table, pending(table.definition()), call);
        new ReplicaChange(tables, other, call.in(asked.regionName())).delete();
    }

    /// The replica of a Region.
    private Table member(String region) {
        return replicas()
                .groupOf(table.definition(), call)
                .flatMap(group -> group.in(region))
                .flatMap(replica -> replicas().find(replica, name(), call))
                .orElseThrow(() -> ReplicaErrors.notInGroup(List.of(region)));
    }

    private TableDefinition pending(TableDefinition definition) {
        return definition
                .change()
                .pending(PendingUpdate.until(call.now().plus(tables.delay())))
                .done();
    }

    /// Deletes the table of the call's Region, which leaves its replicas where they are.
    ///
    /// @throws groundschool.emulator.AwsException if it is protected, or a replica needs it
    public void delete() {
        var group = replicas().groupOf(table.definition(), call);
        if (group.isPresent()) {
            checkDeletion(group.get());
        } else {
            table.requireActive(call);
            if (table.definition().deletionProtected()) {
                throw TableErrors.deletionProtected();
            }
        }
        tables.delete(table, call);
    }

    private void checkDeletion(ReplicationGroup group) {
        if (table.definition().status(call.now()) == TableStatus.CREATING) {
            throw ReplicaErrors.beingUsed(name());
        }
        table.requireActive(call);
        if (table.definition().deletionProtected()) {
            throw ReplicaErrors.deletionProtected(name(), call.region());
        }
        if (group.others(call.region())
                .anyMatch(replica -> replica.holds(call.region(), call.now()))) {
            throw ReplicaErrors.actedAsSource();
        }
    }
}
