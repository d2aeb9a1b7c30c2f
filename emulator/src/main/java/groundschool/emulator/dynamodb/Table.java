package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.backup.History;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.Meters;
import groundschool.emulator.dynamodb.replica.ReplicatedWrites;
import groundschool.emulator.dynamodb.schema.Describer;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Moment;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One table: its definition, its items, its indexes.
public final class Table {

    private final TableDefinition definition;
    private final KeySchema key;
    private final TableContents contents;
    private final Trail trail;
    private final Meters meters;

    /// Where the item lies that was asked for last, as a write does several times.
    private @Nullable Place lastPlace;

    private record Place(Item item, Key at) {}

    /// As it was last asked for.
    private @Nullable Arn arn;

    private record Arn(String account, String region, String text) {}

    /// @param writes on their way between replicas
    /// @param meters what it has left of its capacity
    /// @param sweep deletes what has expired by a time, in a transition of its own
    Table(
            TableDefinition definition,
            String region,
            Storage storage,
            ReplicatedWrites writes,
            Meters meters,
            Consumer<Instant> sweep) {
        this.meters = meters;
        this.definition = definition;
        this.key = KeySchema.of(definition.keySchema(), definition);
        this.trail = Trail.of(definition, key, region, storage, writes, sweep, meters::partitions);
        this.contents =
                new TableContents(
                        key,
                        storage.map(itemsOf(region, definition), new ItemFormat()),
                        indexes(definition, key, region, storage));
    }

    private static List<Index> indexes(
            TableDefinition definition, KeySchema key, String region, Storage storage) {
        return definition
                .indexes()
                .sorted(Comparator.comparing(index -> index.indexName()))
                .map(index ->
                        Index.of(
                                index,
                                definition,
                                key,
                                storage.map(
                                        entriesOf(region, definition, index.indexName()),
                                        new KeyFormat())))
                .toList();
    }

    /// Another table as it was.
    private Table(Table now, Moment moment) {
        this.definition = now.definition;
        this.key = now.key;
        this.trail = now.trail;
        this.meters = now.meters;
        this.contents = now.contents.asOf(moment);
    }

    /// This table with the items and indexes that it had, to be read only.
    Table asOf(Moment moment) {
        return new Table(this, moment);
    }

    static String itemsOf(String region, TableDefinition table) {
        return "dynamodb/" + region + "/table/" + table.name();
    }

    static String entriesOf(String region, TableDefinition table, String index) {
        return itemsOf(region, table) + "/index/" + index;
    }

    /// The storage's map that holds the items.
    public String itemsMap(Call call) {
        return itemsOf(call.region(), definition);
    }

    /// What the items were before; absent if that is not kept.
    public Optional<History> history() {
        return trail.history();
    }

    public TableDefinition definition() {
        return definition;
    }

    public String name() {
        return definition.name();
    }

    public String arn(Call call) {
        var known = arn;
        if (known == null
                || !known.account.equals(call.account())
                || !known.region.equals(call.region())) {
            known =
                    new Arn(
                            call.account(),
                            call.region(),
                            call.arn("dynamodb", "table/" + definition.name()));
            arn = known;
        }
        return known.text;
    }

    /// The primary key.
    public KeySchema key() {
        return key;
    }

    /// @throws groundschool.emulator.AwsException if something else is being done to the table
    public void requireActive(Call call) {
        switch (definition.status(call.now())) {
            case CREATING -> throw TableErrors.beingCreated(name());
            case UPDATING -> throw TableErrors.beingUpdated(name());
            case DELETING -> throw TableErrors.beingDeleted(name());
            case ACTIVE -> {}
        }
    }

    /// Notes for the ledger that a call is about an item.
    public void touch(Item keyOrItem, Call call) {
        call.usage().touched(name() + " " + key.text(keyOrItem), 1);
    }

    /// What it has left of its capacity.
    public Meters meters() {
        return meters;
    }

    /// Its items and the entries of its indexes.
    public TableContents contents() {
        return contents;
    }

    /// All indexes, by name.
    public List<Index> indexes() {
        return contents.indexes();
    }

    /// @throws groundschool.emulator.AwsException if the table has no such index
    public Index index(String name) {
        return indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TableErrors.indexNotFound(name));
    }

    /// The key of the table, or of an index if it has one of that name.
    public Optional<KeySchema> keyOf(Optional<String> index) {
        if (index.isEmpty()) {
            return Optional.of(key);
        }
        return indexes().stream()
                .filter(each -> each.name().equals(index.get()))
                .findFirst()
                .map(Index::key);
    }

    /// Makes the entries of an index that is new.
    public void fill(String name) {
        contents.fill(index(name));
    }

    /// Holds a `Key` parameter against the primary key.
    ///
    /// @throws groundschool.emulator.AwsException if it is not exactly such a key
    public void checkKey(Item given) {
        KeyRules.checkKey(given, key);
    }

    /// Holds an item that is to be put against the keys of the table and its indexes.
    ///
    /// @throws groundschool.emulator.AwsException if it does not fit them
    public void checkItem(Item item) {
        KeyRules.checkItem(item, key, indexes());
    }

    /// Holds an item of a batch against the keys, about which batches say less.
    ///
    /// @throws groundschool.emulator.AwsException if it does not fit them
    public void checkItemOfBatch(Item item) {
        if (!key.isIn(item)) {
            throw TableErrors.keyMismatch();
        }
        checkItem(item);
    }

    /// Holds an updated item against the keys of the indexes.
    ///
    /// @throws groundschool.emulator.AwsException if what changed does not fit them
    public void checkUpdated(Item before, Item after) {
        KeyRules.checkUpdated(before, after, indexes());
    }

    /// Where the item lies whose primary key is in `keyOrItem`.
    public Key at(Item keyOrItem) {
        var known = lastPlace;
        if (known == null || known.item != keyOrItem) {
            known = new Place(keyOrItem, ItemKey.inTable(keyOrItem, key));
            lastPlace = known;
        }
        return known.at;
    }

    /// The item that lies there.
    public Optional<Item> get(Key at) {
        return contents.get(at);
    }

    /// The item whose primary key is in `keyOrItem`.
    public Optional<Item> get(Item keyOrItem) {
        return get(at(keyOrItem));
    }

    /// Replaces what the table has under the item's key.
    ///
    /// @param before what it has there
    /// @return the write units that the table and its indexes take
    public Consumption put(Item item, Optional<Item> before, Call call) {
        return replaced(at(item), before, Optional.of(item), call);
    }

    /// Removes what the table has under that key.
    ///
    /// @param before what it has there
    /// @return the write units that the table and its indexes take
    public Consumption delete(Item keyOrItem, Optional<Item> before, Call call) {
        return replaced(at(keyOrItem), before, Optional.empty(), call);
    }

    private Consumption replaced(Key at, Optional<Item> before, Optional<Item> after, Call call) {
        var consumption = contents.unitsOf(at, before, after);
        contents.replace(at, before, after);
        trail.changed(at, before, after, call);
        return consumption;
    }

    /// Notes the times at which the items expire that are there already.
    void noteExpirations() {
        trail.expirations()
                .ifPresent(expiring ->
                        contents.items()
                                .forEach(entry ->
                                        expiring.replace(
                                                entry.getKey(),
                                                Optional.empty(),
                                                Optional.of(entry.getValue()))));
    }

    /// Takes over what was written in another Region.
    ///
    /// @param after the item as it is to be; absent if it was deleted
    public void takeOver(Key at, Optional<Item> after, Call call) {
        var before = contents.get(at);
        contents.replace(at, before, after);
        trail.tookOver(at, before, after, call);
    }

    /// Puts items into a table that is being filled: nobody is told, and it takes no capacity.
    public void load(List<Item> items) {
        for (var item : items) {
            var at = at(item);
            contents.replace(at, contents.get(at), Optional.of(item));
        }
    }

    /// Deletes the items that have expired, which takes no capacity.
    public void deleteExpired(Instant now) {
        for (var at : trail.due(now)) {
            var item = contents.get(at);
            contents.replace(at, item, Optional.empty());
            trail.expired(at, item, now);
        }
    }

    /// What a write takes that changes nothing: because its condition does not hold, or it is only
    /// a check.
    public Consumption untouched(Item keyOrItem, Optional<Item> before) {
        return contents.unitsOfNothing(at(keyOrItem), before);
    }

    /// How large the items of the item's partition key are together, if the table has local
    /// indexes: others have no item collections.
    public Optional<ItemCollectionMetrics> collection(Item keyOrItem) {
        return ItemCollection.of(keyOrItem, this);
    }

    /// Reads a page of this table or of one of its indexes.
    public Page read(PageRequest request, boolean consistent) {
        return Page.read(this, request.of(this), consistent);
    }

    /// What answers show of this table.
    public Describer describer(Call call) {
        return new Describer(
                definition,
                arn(call),
                call.now(),
                contents.count(),
                name -> contents.count(index(name)));
    }
}
