package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The imports of a sandbox, in all Regions. They outlive the tables that they have made.
public final class Imports {

    private final StoredMap<Import> imports;

    public Imports(Storage storage) {
        this.imports = storage.map("dynamodb/imports", RecordFormat.of(Import.class));
    }

    public Stream<Import> inProgress() {
        return imports.ascending().map(Map.Entry::getValue).filter(Import::isInProgress);
    }

    public Optional<Import> find(String arn) {
        return imports.get(Key.of(arn));
    }

    /// The one of that client token that is known still.
    public Optional<Import> withToken(String token, Call call) {
        return inRegion(call).filter(each -> each.knowsToken(token, call.now())).findFirst();
    }

    /// The one that a request names.
    ///
    /// @throws AwsException if there is none
    public Import named(String arn, Call call) {
        TransferArn.of(arn, "import", call)
                .check(
                        () -> DynamoDbErrors.validation("Invalid Import ARN"),
                        TransferErrors::importElsewhere);
        return find(arn).orElseThrow(() -> TransferErrors.importNotFound(arn));
    }

    /// Those of the call's Region, the newest first.
    public List<Import> list(Call call) {
        return inRegion(call)
                .filter(each -> call.now().isBefore(each.startedAt().plus(Exports.LISTED)))
                .sorted(
                        Comparator.comparing(Import::startedAt)
                                .thenComparing(Import::arn)
                                .reversed())
                .toList();
    }

    private Stream<Import> inRegion(Call call) {
        return imports.ascending(
                        Optional.of(Key.of(call.arn("dynamodb", "table/"))),
                        Optional.of(Key.of(call.arn("dynamodb", "table0"))))
                .map(Map.Entry::getValue);
    }

    /// An ARN that no import has yet.
    public String newArn(String tableArn, Call call) {
        while (true) {
            var arn = TransferArn.fresh(tableArn, "import", call);
            if (find(arn).isEmpty()) {
                return arn;
            }
        }
    }

    public void put(Import each) {
        imports.put(Key.of(each.arn()), each);
    }
}
