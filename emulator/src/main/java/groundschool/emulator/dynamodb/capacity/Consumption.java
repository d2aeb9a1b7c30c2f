package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.dynamodb.Index;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity.Capacity;
import groundschool.emulator.sandbox.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    private Supplier<Key> at = Consumption::anywhere;
    private Map<String, Double> local = Map.of();
    private Map<String, Share> global = Map.of();

    public Consumption(Unit unit) {
        this.unit = unit;
    }

    private static Key anywhere() {
        return Partitions.START;
    }

    /// What it takes of a global index.
    ///
    /// @param at where in the index, which is worked out only if it matters
    private record Share(double units, Supplier<Key> at) {

        Share plus(double more) {
            return new Share(units + more, at);
        }

        static Share sum(Share one, Share other) {
            return one.plus(other.units);
        }
    }

    /// Adds units of the table itself.
    public void ofTable(double units) {
        table += units;
    }

    /// Adds units of the table itself.
    ///
    /// @param key whose partition they are taken of
    public void ofTable(double units, Key key) {
        table += units;
        at = () -> key;
    }

    /// Adds units of an index.
    ///
    /// @param key whose partition they are taken of
    public void ofIndex(Index index, double units, Supplier<Key> key) {
        if (index.isGlobal()) {
            global = global.isEmpty() ? new TreeMap<>() : global;
            global.merge(index.name(), new Share(units, key), Share::sum);
        } else {
            local = local.isEmpty() ? new TreeMap<>() : local;
            local.merge(index.name(), units, Double::sum);
            at = key;
        }
    }

    /// Adds what another write or read takes of the same table, as answers show it together.
    public void add(Consumption other) {
        table += other.table;
        if (!other.local.isEmpty()) {
            local = local.isEmpty() ? new TreeMap<>() : local;
            other.local.forEach((index, units) -> local.merge(index, units, Double::sum));
        }
        if (!other.global.isEmpty()) {
            global = global.isEmpty() ? new TreeMap<>() : global;
            other.global.forEach((index, share) -> global.merge(index, share, Share::sum));
        }
    }

    /// All of it so often.
    public Consumption times(int factor) {
        if (factor == 1) {
            return this;
        }
        var multiple = new Consumption(unit);
        multiple.at = at;
        for (int i = 0; i < factor; i++) {
            multiple.add(this);
        }
        return multiple;
    }

    /// Takes what was added up, and notes it in the call's usage.
    ///
    /// With `throttled` and `spend` this is the one place that all capacity passes.
    ///
    /// @throws groundschool.emulator.AwsException if the table, an index or a partition has no more
    public void take(Table from, Call call) {
        throttled(from, call)
                .ifPresent(throttle -> {
                    throw throttle.error();
                });
        spend(from, call);
    }

    /// What stands against taking it, which is noted for the ledger; absent if nothing does.
    public Optional<Throttle> throttled(Table from, Call call) {
        if (isFree(call)) {
            return Optional.empty();
        }
        long now = Meters.micros(call.now());
        if (table > 0 || !local.isEmpty()) {
            var limit = from.meters().ofTable(from, call.now()).exhausted(unit, at, now);
            if (limit.isPresent()) {
                return noted(limit.get(), Optional.empty(), from, call);
            }
        }
        for (var share : global.entrySet()) {
            var limit =
                    from.meters()
                            .ofIndex(share.getKey(), from, call.now())
                            .flatMap(meter -> meter.exhausted(unit, share.getValue().at, now));
            if (limit.isPresent()) {
                return noted(limit.get(), Optional.of(share.getKey()), from, call);
            }
        }
        return Optional.empty();
    }

    private Optional<Throttle> noted(Limit limit, Optional<String> index, Table from, Call call) {
        var throttle =
                new Throttle(
                        unit,
                        limit,
                        from.definition().billingMode(),
                        index,
                        from.arn(call) + index.map(name -> "/index/" + name).orElse(""));
        call.usage().throttled(throttle.reason(), throttle.resource());
        return Optional.of(throttle);
    }

    /// Takes it, whether or not there is so much, and notes it in the call's usage.
    public void spend(Table from, Call call) {
        reserve(from, call);
        noteIn(call, from);
    }

    /// Takes it without noting it, whether or not there is so much.
    public void reserve(Table from, Call call) {
        move(1, from, call);
    }

    /// Gives back what was reserved.
    public void release(Table from, Call call) {
        move(-1, from, call);
    }

    /// Notes what was reserved in the call's usage.
    public void noteIn(Call call, Table from) {
        var arn = from.arn(call);
        note(table, arn, call);
        local.forEach((index, units) -> note(units, arn + "/index/" + index, call));
        global.forEach((index, share) -> note(share.units, arn + "/index/" + index, call));
    }

    private void move(int times, Table from, Call call) {
        if (isFree(call)) {
            return;
        }
        long now = Meters.micros(call.now());
        double whole = local.isEmpty() ? table : table + sum(local.values().stream());
        if (whole > 0) {
            from.meters().ofTable(from, call.now()).take(unit, times * whole, at, now);
        }
        global.forEach((index, share) ->
                from.meters()
                        .ofIndex(index, from, call.now())
                        .ifPresent(meter -> meter.take(unit, times * share.units, share.at, now)));
    }

    /// Whoever grades takes nothing of the learner's.
    private static boolean isFree(Call call) {
        return call.principal() instanceof Principal.Inspector;
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
                                            shown(globalUnits(), capacity)));
        };
    }

    private double total() {
        return table + sum(local.values().stream()) + sum(globalUnits().values().stream());
    }

    private Map<String, Double> globalUnits() {
        var units = new TreeMap<String, Double>();
        global.forEach((index, share) -> units.put(index, share.units));
        return units;
    }

    private static double sum(Stream<Double> units) {
        return units.mapToDouble(Double::doubleValue).sum();
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
