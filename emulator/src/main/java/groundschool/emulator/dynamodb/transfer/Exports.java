package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.ItemFormat;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.backup.History;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The exports of a sandbox, in all Regions.
///
/// Until an export is written, the storage holds on to the table's items as they were when it was
/// asked for, and to what they had been before: neither later writes nor the end of the process
/// change what it has.
public final class Exports {

    static final Duration TOKEN_IS_KNOWN = Duration.ofHours(8);

    /// How long lists show one.
    public static final Duration LISTED = Duration.ofDays(90);

    private final Storage storage;
    private final StoredMap<Export> exports;

    public Exports(Storage storage) {
        this.storage = storage;
        this.exports = storage.map("dynamodb/exports", RecordFormat.of(Export.class));
    }

    /// Lets the storage know what is in the maps of exports that are not written yet.
    public void registerFormats() {
        inProgress()
                .forEach(export -> {
                    items(export);
                    history(export);
                });
    }

    public Stream<Export> inProgress() {
        return exports.ascending().map(Map.Entry::getValue).filter(Export::isInProgress);
    }

    public Optional<Export> find(String arn) {
        return exports.get(Key.of(arn));
    }

    /// The one of that client token that is known still.
    public Optional<Export> withToken(String token, Call call) {
        return inRegion(call).filter(export -> export.knowsToken(token, call.now())).findFirst();
    }

    /// The one that a request names.
    ///
    /// @throws AwsException if there is none
    public Export named(String arn, Call call) {
        TransferArn.of(arn, "export", call)
                .check(
                        () -> DynamoDbErrors.validation("Invalid Export ARN"),
                        TransferErrors::exportElsewhere);
        return find(arn).orElseThrow(() -> TransferErrors.exportNotFound(arn));
    }

    /// Those of the call's Region, the last in the alphabet first, as the service lists them.
    public List<Export> list(Call call) {
        return inRegion(call)
                .filter(export -> call.now().isBefore(export.startedAt().plus(LISTED)))
                .sorted(Comparator.comparing(Export::arn).reversed())
                .toList();
    }

    private Stream<Export> inRegion(Call call) {
        return exports.ascending(
                        Optional.of(Key.of(call.arn("dynamodb", "table/"))),
                        Optional.of(Key.of(call.arn("dynamodb", "table0"))))
                .map(Map.Entry::getValue);
    }

    /// An ARN that no export has yet.
    public String newArn(String tableArn, Call call) {
        while (true) {
            var arn = TransferArn.fresh(tableArn, "export", call);
            if (find(arn).isEmpty()) {
                return arn;
            }
        }
    }

    /// Adds one, with all that it needs of its table.
    public void begin(Export export, Table table, String historyMap, Call call) {
        put(export);
        storage.copy(table.itemsMap(call), itemsOf(export), new ItemFormat());
        storage.copy(historyMap, historyOf(export), History.format());
    }

    /// One that is under way, once the transition is over that began it.
    Optional<Export> begun(String arn) {
        return storage.transition(() -> find(arn).filter(Export::isInProgress));
    }

    /// Ends one, if it is still under way.
    void end(String arn, Export.Outcome outcome) {
        storage.transition(() ->
                find(arn)
                        .filter(Export::isInProgress)
                        .ifPresent(export -> {
                            put(export.ended(outcome));
                            storage.drop(itemsOf(export));
                            storage.drop(historyOf(export));
                        }));
    }

    /// What the items were when it was asked for.
    StoredMap<Item> items(Export export) {
        return storage.map(itemsOf(export), new ItemFormat());
    }

    /// What they had been before.
    History history(Export export) {
        return new History(historyOf(export), Duration.ZERO, storage);
    }

    private void put(Export export) {
        exports.put(Key.of(export.arn()), export);
    }

    private static String itemsOf(Export export) {
        return "dynamodb/export/" + export.arn() + "/items";
    }

    private static String historyOf(Export export) {
        return "dynamodb/export/" + export.arn() + "/history";
    }
}
