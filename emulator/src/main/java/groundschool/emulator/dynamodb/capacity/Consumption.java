package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/// Adds up what an operation takes of one table and its indexes.
public final class Consumption {

    /// Whether units read or write, as the ledger names them.
    public enum Unit {
        READ("ReadCapacityUnits"),
        WRITE("WriteCapacityUnits");

        private final String label;

        Unit(String label) {
            this.label = label;
        }
    }

    private final Unit unit;
    private double table;
    private final Map<String, Double> local = new TreeMap<>();
    private final Map<String, Double> global = new TreeMap<>();

    public Consumption(Unit unit) {
        this.unit = unit;
    }

    /// Adds units of the table itself.
    public void ofTable(double units) {
        table += units;
    }

    /// Adds units of an index.
    public void ofIndex(String index, boolean isGlobal, double units) {
        (isGlobal ? global : local).merge(index, units, Double::sum);
    }

    /// Adds what another write or read takes of the same table.
    public void add(Consumption other) {
        table += other.table;
        other.local.forEach((index, units) -> local.merge(index, units, Double::sum));
        other.global.forEach((index, units) -> global.merge(index, units, Double::sum));
    }

    /// All of it so often.
    public Consumption times(int factor) {
        if (factor == 1) {
            return this;
        }
        var multiple = new Consumption(unit);
        multiple.table = table * factor;
        local.forEach((index, units) -> multiple.local.put(index, units * factor));
        global.forEach((index, units) -> multiple.global.put(index, units * factor));
        return multiple;
    }

    /// Takes what was added up, and notes it in the call's usage.
    ///
    /// This is the one place that all capacity passes: where a table that is provisioned, or a
    /// partition, has no more, the call will be throttled here.
    ///
    /// @param arn of the table
    public void take(String arn, Call call) {
        note(table, arn, call);
        local.forEach((index, units) -> note(units, arn + "/index/" + index, call));
        global.forEach((index, units) -> note(units, arn + "/index/" + index, call));
    }

    private void note(double units, String resource, Call call) {
        if (units > 0) {
            call.usage().add(unit.label, resource, units);
        }
    }

    /// What the answer shows of it, if the request wants it shown.
    public Optional<ConsumedCapacity> shown(
            Optional<ReturnConsumedCapacity> wanted, String tableName) {
        return shown(wanted, tableName, Capacity::of);
    }

    /// What the answer of a transaction shows of what it took of several tables.
    public static Optional<List<ConsumedCapacity>> shownOfTransaction(
            Map<Table, Consumption> taken, Optional<ReturnConsumedCapacity> wanted) {
        var shown = new ArrayList<ConsumedCapacity>();
        taken.forEach((table, units) ->
                units.shownOfTransaction(wanted, table.name()).ifPresent(shown::add));
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    /// In transactions it is told too whether units read or write.
    private Optional<ConsumedCapacity> shownOfTransaction(
            Optional<ReturnConsumedCapacity> wanted, String tableName) {
        return shown(
                wanted,
                tableName,
                units ->
                        switch (unit) {
                            case READ -> Capacity.ofReads(units);
                            case WRITE -> Capacity.ofWrites(units);
                        });
    }

    private Optional<ConsumedCapacity> shown(
            Optional<ReturnConsumedCapacity> wanted,
            String tableName,
            DoubleFunction<Capacity> capacity) {
        return switch (wanted.orElse(ReturnConsumedCapacity.NONE)) {
            case NONE -> Optional.empty();
            case TOTAL -> Optional.of(ConsumedCapacity.of(tableName, capacity.apply(total())));
            case INDEXES ->
                    Optional.of(
                            ConsumedCapacity.of(tableName, capacity.apply(total()))
                                    .with(
                                            capacity.apply(table),
                                            shown(local, capacity),
                                            shown(global, capacity)));
        };
    }

    private double total() {
        return table + sum(local) + sum(global);
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Optional<Map<String, Capacity>> shown(
            Map<String, Double> units, DoubleFunction<Capacity> capacity) {
        if (units.isEmpty()) {
            return Optional.empty();
        }
        var shown = new TreeMap<String, Capacity>();
        units.forEach((index, amount) -> shown.put(index, capacity.apply(amount)));
        return Optional.of(shown);
    }
}
