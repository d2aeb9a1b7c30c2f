package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableStatus;
import groundschool.emulator.dynamodb.schema.TableUpdate;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import java.util.List;
import java.util.Optional;

/// Changes settings of a table, and of its replicas those that all have in common, whichever of
/// them is asked. Tags, policies, protection from deletion, backups and the stream are each
/// replica's own.
///
/// Source: [Settings
/// synchronization](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-CoreConcepts.html)
///
/// @param table that of the call's Region
public record SharedSettings(Tables tables, Table table, Call call) {

    /// @throws groundschool.emulator.AwsException if the replicas do not allow this now, or never
    public void check(TableUpdate update) {
        var group = tables.replicas().groupOf(table.definition(), call);
        if (group.isEmpty()) {
            return;
        }
        if (update.stream().filter(stream -> !stream.streamEnabled()).isPresent()) {
            throw ReplicaErrors.streamIsNeeded();
        }
        if (table.definition().status(call.now()) == TableStatus.CREATING) {
            throw TableErrors.tableNotFound(table.name());
        }
        if (tables.replicas().areBusy(group.get(), call)) {
            throw ReplicaErrors.inUse();
        }
        update.encryption()
                .map(this::kind)
                .filter(kind ->
                        kind == Kind.CUSTOMER && kind(table.definition().kmsKeyArn()) != kind)
                .ifPresent(_ -> {
                    throw ReplicaErrors.keysOfOneKind();
                });
    }

    /// Whose key a table is encrypted with.
    private enum Kind {
        OWNED,
        MANAGED,
        CUSTOMER
    }

    private Kind kind(SseSpecification asked) {
        return kind(asked.keyArn(call));
    }

    private Kind kind(Optional<String> key) {
        return key.map(arn ->
                        arn.equals(SseSpecification.ownKeyArn(call)) ? Kind.MANAGED : Kind.CUSTOMER)
                .orElse(Kind.OWNED);
    }

    /// Changes them.
    ///
    /// @param update breaks no rule
    public Table update(TableUpdate update) {
        var shared = shared(update);
        if (shared.concerns() > 0) {
            others().forEach(other -> tables.update(other.table, shared, other.call));
        }
        return tables.update(table, update, call);
    }

    /// Has items deleted by the time that they hold, or no longer.
    public void expire(TimeToLive setting) {
        others().forEach(other -> tables.expire(other.table, setting, other.call));
        tables.expire(table, setting, call);
    }

    private record Other(Table table, Call call) {}

    private List<Other> others() {
        var replicas = tables.replicas();
        return replicas.groupOf(table.definition(), call).stream()
                .flatMap(group -> group.others(call.region()))
                .flatMap(replica ->
                        replicas
                                .find(replica, table.name(), call)
                                .map(found -> new Other(found, call.in(replica.region())))
                                .stream())
                .toList();
    }

    private TableUpdate shared(TableUpdate update) {
        return new TableUpdate(
                update.attributes(),
                update.billingMode(),
                update.provisionedThroughput(),
                update.onDemandThroughput(),
                update.warmThroughput(),
                update.indexes(),
                Optional.empty(),
                update.encryption().filter(asked -> kind(asked) != Kind.CUSTOMER),
                update.tableClass(),
                Optional.empty(),
                List.of());
    }
}
