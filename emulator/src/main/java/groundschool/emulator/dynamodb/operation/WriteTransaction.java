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
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes that happen all together or not at all: what is thrown takes back what was written.
///
/// Source: [Transactions, how it
/// works](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html)
final class WriteTransaction {

    private static final long LIMIT_BYTES = 4L * 1024 * 1024;

    /// A transaction prepares each write and then makes it, and pays for both.
    static final int TIMES = 2;

    /// One item's write.
    record Action(String tableName, ItemWrite write) {}

    private final Call call;
    private final List<Action> actions;
    private final List<Table> tables;

    /// What the actions take, in their order.
    private final List<Consumption> wanted = new ArrayList<>();

    private long sizeBytes;

    /// @throws AwsException if a table is not there, or an item is in two actions
    WriteTransaction(List<Action> actions, Tables tables, Call call) {
        this.call = call;
        this.actions = actions;
        this.tables =
                actions.stream().map(action -> tables.active(action.tableName, call)).toList();
        requireDifferentItems();
    }

    private void requireDifferentItems() {
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < actions.size(); i++) {
            var table = tables.get(i);
            var key = table.key().of(actions.get(i).write.itemOrKey());
            // What lacks a key is refused for that, in its turn.
            if (table.key().isIn(key) && !seen.add(List.of(table.name(), key))) {
                throw TransactionErrors.severalOperationsOnItem();
            }
        }
    }

    /// Does all of it.
    ///
    /// @return the capacity that was taken, by table
    /// @throws AwsException with a reason for each action if one cannot be done
    Map<Table, Consumption> perform() {
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < actions.size(); i++) {
            reasons.add(perform(actions.get(i).write, tables.get(i)));
        }
        if (reasons.stream().anyMatch(reason -> !reason.equals(Reason.NONE))) {
            throw TransactionErrors.cancelled(reasons);
        }
        if (sizeBytes > LIMIT_BYTES) {
            throw TransactionErrors.tooLarge();
        }
        return new Reservation(tables, wanted).take(call);
    }

    /// Unlike elsewhere a refusal is caught here: the answer tells the reasons of all actions.
    private Reason perform(ItemWrite write, Table table) {
        try {
            var written = write.perform(table, call, TIMES);
            wanted.add(written.consumption());
            sizeBytes +=
                    Math.max(
                            written.before().map(Item::sizeBytes).orElse(0),
                            written.after().map(Item::sizeBytes).orElse(0));
            return Reason.NONE;
        } catch (AwsException refusal) {
            if (TransactionErrors.isOfWholeRequest(refusal)) {
                throw refusal;
            }
            return Reason.of(refusal);
        }
    }

    /// Only reads the items: what a request takes that was made before.
    Map<Table, Consumption> read() {
        for (int i = 0; i < actions.size(); i++) {
            var table = tables.get(i);
            var at = table.at(actions.get(i).write.itemOrKey());
            var size = table.get(at).map(Item::sizeBytes).orElse(0);
            var read = new Consumption(Consumption.Unit.READ);
            read.ofTable(TIMES * CapacityUnits.read(size, true), at);
            wanted.add(read);
        }
        return new Reservation(tables, wanted).take(call);
    }

    /// How large the item collections are that were written to, by table as the request names it.
    Map<String, List<ItemCollectionMetrics>> collections() {
        var collections = new LinkedHashMap<String, Set<ItemCollectionMetrics>>();
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            if (!(action.write instanceof ItemWrite.Check)) {
                tables.get(i)
                        .collection(action.write.itemOrKey())
                        .ifPresent(metrics ->
                                collections
                                        .computeIfAbsent(
                                                action.tableName, _ -> new LinkedHashSet<>())
                                        .add(metrics));
            }
        }
        var lists = new LinkedHashMap<String, List<ItemCollectionMetrics>>();
        collections.forEach((table, metrics) -> lists.put(table, List.copyOf(metrics)));
        return lists;
    }
}
