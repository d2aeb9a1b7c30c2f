package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.replica.ReplicationGroup.Strong;
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
    public TableDescription run(ReplicaRequest request) {
        var group = replicas().groupOf(table.definition(), call);
        ReplicaRules.check(
                request, call.region(), group.filter(ReplicationGroup::hasStrongReads).isPresent());
        StrongRules.check(request, group, call.region());
        requireAdded();
        requireFree(request);
        requireIdle();
        var before = replicas().description(table.definition(), call);
        var strong =
                request.isStrong()
                        ? Optional.of(new Strong(request.witnessesAdded().stream().findFirst()))
                        : Optional.<Strong>empty();
        if (strong.isPresent()) {
            StrongRules.checkTable(table.definition(), table.contents().count().items() == 0);
        }
        for (var update : request.updates()) {
            update.create().ifPresent(create -> add(create, strong));
            update.update().ifPresent(this::change);
            update.delete().ifPresent(this::remove);
        }
        return now().describer(call)
                .global(
                        GlobalDescription.of(
                                before.replicas().orElse(List.of()),
                                strong.or(() -> group.flatMap(ReplicationGroup::strong)),
                                Optional.empty()))
                .updated();
    }

    /// What is added has no table yet, and what is changed or deleted is a replica.
    private void requireFree(ReplicaRequest request) {
        if (request.added().stream()
                .anyMatch(region -> tables.peek(name(), call.in(region)).isPresent())) {
            throw ReplicaErrors.alreadyThere(name());
        }
        request.updates().stream()
                .filter(update -> update.create().isEmpty())
                .map(ReplicationGroupUpdate::region)
                .forEach(this::member);
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

    private void add(Create asked, Optional<Strong> strong) {
        var there = call.in(asked.regionName());
        if (table.definition().billingMode() == BillingMode.PROVISIONED) {
            throw ReplicaErrors.provisioned();
        }
        var key = key(asked, there);
        var current = now().definition();
        var here =
                pending(
                        strong.isPresent()
                                ? current
                                : withStream(current, StreamViewType.NEW_AND_OLD_IMAGES, call));
        var copy =
                here.change()
                        .replica(
                                TableId.fresh(call.random()),
                                call.now(),
                                call.now().plus(tables.delay()))
                        .kmsKeyArn(key)
                        .done();
        var own = asked.overrides().on(copy);
        var replica =
                strong.isPresent()
                        ? own
                        : withStream(own, here.stream().orElseThrow().viewType(), there);
        tables.change(table, here, call);
        var added = tables.restore(replica, _ -> {}, table.itemsMap(call), there);
        here.timeToLive()
                .filter(TimeToLive::enabled)
                .ifPresent(setting -> tables.expire(added, setting, there));
        var group =
                replicas()
                        .groupOf(here, call)
                        .orElseGet(() -> ReplicationGroup.of(here, call.region(), strong));
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
        asked.overrides().check(other.definition());
        var there = call.in(asked.regionName());
        tables.change(other, pending(asked.overrides().on(other.definition())), there);
        tables.change(table, pending(now().definition()), call);
    }

    private void remove(Delete asked) {
        var other = member(asked.regionName());
        var there = call.in(asked.regionName());
        tables.change(table, pending(now().definition()), call);
        new ReplicaChange(tables, other, there).checkDeletion();
        tables.delete(other, there);
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
        if (replicas()
                .groupOf(table.definition(), call)
                .filter(ReplicationGroup::hasStrongReads)
                .isPresent()) {
            throw StrongRules.onlyTogether();
        }
        checkDeletion();
        tables.delete(table, call);
    }

    private void checkDeletion() {
        var group = replicas().groupOf(table.definition(), call);
        boolean isReplica = group.isPresent();
        if (isReplica && table.definition().status(call.now()) == TableStatus.CREATING) {
            throw ReplicaErrors.beingUsed(name());
        }
        table.requireActive(call);
        if (table.definition().deletionProtected()) {
            throw isReplica
                    ? ReplicaErrors.deletionProtected(name(), call.region())
                    : TableErrors.deletionProtected();
        }
        boolean isSource =
                group.filter(each -> !each.hasStrongReads()).stream()
                        .flatMap(each -> each.others(call.region()))
                        .anyMatch(replica -> replica.holds(call.region(), call.now()));
        if (isSource) {
            throw ReplicaErrors.actedAsSource();
        }
    }
}
