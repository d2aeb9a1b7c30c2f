package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;
import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.backup.Backups;
import groundschool.emulator.dynamodb.insight.Insights;
import groundschool.emulator.dynamodb.replica.Replicas;
import groundschool.emulator.dynamodb.schema.Recovery;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableStatus;
import groundschool.emulator.dynamodb.schema.TableUpdate;
import groundschool.emulator.dynamodb.schema.TableUpdater;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import groundschool.emulator.dynamodb.stream.Streams;
import groundschool.emulator.dynamodb.transfer.Export;
import groundschool.emulator.dynamodb.transfer.ExportJob;
import groundschool.emulator.dynamodb.transfer.Exports;
import groundschool.emulator.dynamodb.transfer.ImportJob;
import groundschool.emulator.dynamodb.transfer.Imports;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Moment;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tables of one sandbox, in all Regions.
///
/// What a table is doing follows from its definition and the clock, so that nothing has to be woken
/// up: a table is active once `activeAt` has passed, and gone once `goneAt` has.
public final class Tables {

    private static final Key SETTINGS = Key.of("settings");

    private final Storage storage;
    private final StoredMap<Settings> settings;
    private final Replicas replicas;
    private final TableDefinitions definitions;

    private final OpenTables tables;
    private final ResourcePolicies policies;

    public Tables(Storage storage) {
        this.storage = storage;
        this.settings = storage.map("dynamodb/settings", new JsonFormat<>(Settings.class));
        this.definitions = new TableDefinitions(storage);
        this.replicas = new Replicas(this, storage);
        this.policies = new ResourcePolicies(storage);
        this.tables = new OpenTables(storage, definitions, replicas.writes());
        backups().registerFormats();
        exports().registerFormats();
    }

    /// Which tables are replicas of others.
    public Replicas replicas() {
        return replicas;
    }

    /// @param delay how long it takes to create or to delete a table
    private record Settings(Duration delay) {}

    /// Has tables take their time, as on AWS, where it is seconds to minutes. Without it they are
    /// active, or gone, for the very next call.
    ///
    /// Needs a transition.
    public void delayChanges(Duration delay) {
        settings.put(SETTINGS, new Settings(delay));
    }

    /// How long it takes to create or to delete a table.
    public Duration delay() {
        return settings.get(SETTINGS).map(Settings::delay).orElse(Duration.ZERO);
    }

    /// The backups of all tables.
    public Backups backups() {
        return new Backups(storage);
    }

    /// The exports of all tables.
    public Exports exports() {
        return new Exports(storage);
    }

    /// Begins an export, which has the table as it is now and was before.
    public void begin(Export export, Table table, Call call) {
        exports().begin(export, table, Trail.historyOf(call.region(), table.definition()), call);
    }

    /// The imports into all tables.
    public Imports imports() {
        return new Imports(storage);
    }

    /// Goes on with the exports and imports that are under way.
    void wake(Services services) {
        exports().inProgress().toList().forEach(new ExportJob(exports(), services)::schedule);
        imports().inProgress().toList().forEach(new ImportJob(this, services)::schedule);
    }

    /// Tables that are being filled.
    public UnfinishedTables unfinished() {
        return new UnfinishedTables(definitions, tables);
    }

    /// Adds a table with the items that are in another map of the storage.
    ///
    /// @param undo changes what is then in the new table's map, before its indexes are made
    public Table restore(
            TableDefinition definition, Consumer<StoredMap<Item>> undo, String fromMap, Call call) {
        var table = create(definition, Optional.empty(), call);
        storage.copy(fromMap, table.itemsMap(call), new ItemFormat());
        undo.accept(storage.map(table.itemsMap(call), new ItemFormat()));
        definition.indexes().forEach(index -> table.fill(index.indexName()));
        return table;
    }

    /// Has a table be restorable to any time, or no longer.
    public Table recover(Table table, Optional<Recovery> setting, Call call) {
        if (setting.isEmpty()) {
            storage.drop(Trail.historyOf(call.region(), table.definition()));
        }
        return change(table, table.definition().change().recovery(setting).done(), call);
    }

    /// The policies of all tables and streams, by their ARNs.
    public ResourcePolicies policies() {
        return policies;
    }

    /// The Contributor Insights of the call's Region.
    public Insights insights(Call call) {
        return new Insights(call.region(), storage);
    }

    /// The tokens of the transactions in the call's Region.
    public ClientTokens clientTokens(Call call) {
        return new ClientTokens(call.region(), storage, call.now());
    }

    /// The ARN that a table of that name has, whether or not there is one.
    public String arn(String nameOrArn, Call call) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : call.arn("dynamodb", "table/" + nameOrArn);
    }

    /// The active table that an operation on items names.
    ///
    /// @throws groundschool.emulator.AwsException if there is none, or it is not active
    public Table active(String nameOrArn, Call call) {
        var table = find(TableName.of(nameOrArn, call), call).orElseThrow(TableErrors::notFound);
        if (table.definition().status(call.now()) == TableStatus.CREATING) {
            throw TableErrors.notFound();
        }
        return table;
    }

    /// Does something of which nothing is left if it is refused, within a call that goes on.
    public <R> R whole(Supplier<R> part) {
        return storage.transition(part);
    }

    /// What a read of a table sees: all that was written before, if it is consistent; else what was
    /// there a moment ago, if the sandbox has reads be stale.
    public Table seen(Table table, boolean consistent, Call call) {
        if (consistent) {
            return table;
        }
        return storage.moment()
                .filter(moment -> isThere(table, moment, call))
                .map(table::asOf)
                .orElse(table);
    }

    /// Whether this very table was there then, and not another of its name, or none.
    private boolean isThere(Table table, Moment moment, Call call) {
        return definitions
                .get(call.region(), table.name(), moment)
                .filter(then -> then.id().equals(table.definition().id()))
                .isPresent();
    }

    /// The table, if there is one, whatever it is doing: what `access` and IAM look at.
    public Optional<Table> find(String nameOrArn, Call call) {
        var name =
                nameOrArn.startsWith("arn:")
                        ? nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)
                        : nameOrArn;
        return peek(name, call).map(table -> upToDate(table, call));
    }

    /// The table as it is, whatever should have happened to its items meanwhile.
    public Optional<Table> peek(String name, Call call) {
        return definitions
                .get(call.region(), name)
                .filter(definition -> !definition.isGone(call.now()))
                .map(definition -> tables.open(definition, call.region()));
    }

    /// Who looks finds what has come from other Regions, and nothing that should have been deleted.
    private Table upToDate(Table table, Call call) {
        if (storage.isInTransition()) {
            replicas.catchUp(table, call);
            table.deleteExpired(call.now());
        }
        return table;
    }

    /// The table that an operation on tables names, whatever it is doing.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public Table named(String nameOrArn, Call call) {
        var name = TableName.of(nameOrArn, call);
        return find(name, call).orElseThrow(() -> TableErrors.tableNotFound(name));
    }

    /// The name of a table that is to be created.
    ///
    /// @throws groundschool.emulator.AwsException if no table can have it
    public String newName(String nameOrArn, Call call) {
        return TableName.ofNew(nameOrArn, call);
    }

    /// The names of all tables in the call's Region that come after `start`, in order.
    public List<String> names(Optional<String> start, Call call) {
        return definitions
                .after(start, call.region())
                .filter(definition -> !definition.isGone(call.now()))
                .map(TableDefinition::name)
                .toList();
    }

    /// Adds a table.
    ///
    /// @throws groundschool.emulator.AwsException if there is one of that name
    public Table create(
            TableDefinition definition, Optional<StreamSpecification> stream, Call call) {
        find(definition.name(), call)
                .ifPresent(_ -> {
                    throw TableErrors.tableExists(definition.name());
                });
        definitions
                .get(call.region(), definition.name())
                .ifPresent(gone -> tables.drop(gone, call.region()));
        var complete =
                stream.map(asked -> streams(call).set(definition, asked, call.now()))
                        .orElse(definition);
        definitions.put(call.region(), complete);
        return tables.open(complete, call.region());
    }

    /// The streams of the call's Region.
    public Streams streams(Call call) {
        return new Streams(call.region(), storage);
    }

    /// Sends a table on its way out.
    public void delete(Table table, Call call) {
        policies().removeAll(table.arn(call));
        if (table.definition().recovery().isPresent()) {
            backups().createOfDeleted(table, call);
        }
        var goneAt = call.now().plus(delay());
        var definition =
                streams(call).end(table.definition(), call.now()).change().goneAt(goneAt).done();
        if (definition.isGone(call.now())) {
            tables.drop(definition, call.region());
        } else {
            definitions.put(call.region(), definition);
            call.clock().schedule(goneAt, () -> tables.sweep(definition, call.region(), goneAt));
        }
    }

    /// Replaces what is set about a table.
    public Table change(Table table, TableDefinition definition, Call call) {
        definitions.put(call.region(), definition);
        var changed = tables.open(definition, call.region());
        changed.meters().changed(changed, call.now());
        return changed;
    }

    /// Has items deleted by the time that they hold, or no longer.
    public void expire(Table table, TimeToLive setting, Call call) {
        storage.drop(Trail.expirationsOf(call.region(), table.definition()));
        change(table, table.definition().change().timeToLive(setting).done(), call)
                .noteExpirations();
    }

    /// Changes settings of a table, fills an index that is new, and empties one that goes.
    ///
    /// @param update breaks no rule
    public Table update(Table table, TableUpdate update, Call call) {
        var before = table.definition();
        var updated = new TableUpdater(before, update, delay(), call).updated();
        var after =
                update.stream()
                        .map(asked -> streams(call).set(updated, asked, call.now()))
                        .orElse(updated);
        for (var index : before.globalIndexes()) {
            if (after.globalIndex(index.indexName()).isEmpty()) {
                storage.drop(Table.entriesOf(call.region(), before, index.indexName()));
                insights(call).remove(before.name(), index.indexName());
            }
        }
        var changed = change(table, after, call);
        for (var index : after.globalIndexes()) {
            if (before.globalIndex(index.indexName()).isEmpty()) {
                changed.fill(index.indexName());
            }
        }
        return changed;
    }
}
