package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity.Capacity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        return switch (wanted.orElse(ReturnConsumedCapacity.NONE)) {
            case NONE -> Optional.empty();
            case TOTAL ->
                    Optional.of(
                            new ConsumedCapacity(
                                    tableName,
                                    total(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()));
            case INDEXES ->
                    Optional.of(
                            new ConsumedCapacity(
                                    tableName,
                                    total(),
                                    Optional.of(new Capacity(table)),
                                    shown(local),
                                    shown(global)));
        };
    }

    private double total() {
        return table + sum(local) + sum(global);
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Optional<Map<String, Capacity>> shown(Map<String, Double> units) {
        if (units.isEmpty()) {
            return Optional.empty();
        }
        var shown = new TreeMap<String, Capacity>();
        units.forEach((index, amount) -> shown.put(index, new Capacity(amount)));
        return Optional.of(shown);
    }
}
