package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.TransactionErrors;
import groundschool.emulator.dynamodb.TransactionErrors.Reason;
import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.expression.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads that show the items as they are together at one moment.
final class ReadTransaction {

    private static final long LIMIT_BYTES = 4L * 1024 * 1024;

    /// One item's read.
    record Action(String tableName, Item key, Optional<Projection> projection) {}

    private final List<Consumption> wanted = new ArrayList<>();
    private final Map<Table, Consumption> consumption;
    private final List<Optional<Item>> items = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private long sizeBytes;

    /// Does all of it.
    ///
    /// @throws AwsException with a reason for each action if one cannot be done
    ReadTransaction(List<Action> actions, Tables tables, Call call) {
        var found = actions.stream().map(action -> tables.active(action.tableName, call)).toList();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < actions.size(); i++) {
            found.get(i).touch(actions.get(i).key, call);
            reasons.add(read(actions.get(i), found.get(i)));
        }
        if (reasons.stream().anyMatch(reason -> !reason.equals(Reason.NONE))) {
            throw TransactionErrors.cancelled(reasons);
        }
        if (sizeBytes > LIMIT_BYTES) {
            throw TransactionErrors.tooLarge();
        }
        consumption = new Reservation(found, wanted).take(call);
    }

    /// The items in the order of the actions, each if there is one.
    List<Optional<Item>> items() {
        return List.copyOf(items);
    }

    /// What was taken, by table.
    Map<Table, Consumption> consumption() {
        return consumption;
    }

    /// Unlike elsewhere a refusal is caught here: the answer tells the reasons of all actions.
    private Reason read(Action action, Table table) {
        try {
            table.checkKey(action.key);
            action.projection.ifPresent(
                    given -> Conditions.requireScalarKeys(given.paths(), table));
        } catch (AwsException refusal) {
            if (TransactionErrors.isOfWholeRequest(refusal)) {
                throw refusal;
            }
            return Reason.of(refusal);
        }
        if (!seen.add(List.of(table.name(), action.key))) {
            throw TransactionErrors.severalOperationsOnItem();
        }
        var at = table.at(action.key);
        var item = table.get(at);
        int size = item.map(Item::sizeBytes).orElse(0);
        sizeBytes += size;
        var taken = new Consumption(Consumption.Unit.READ);
        taken.ofTable(WriteTransaction.TIMES * CapacityUnits.read(size, true), at);
        wanted.add(taken);
        items.add(
                item.map(
                        whole -> action.projection.map(given -> given.apply(whole)).orElse(whole)));
        return Reason.NONE;
    }
}
