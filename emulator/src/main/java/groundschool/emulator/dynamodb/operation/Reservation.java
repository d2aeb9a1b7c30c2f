package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.Throttle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The capacity of a transaction's actions, which is taken for all of them or for none.
///
/// Unlike AWS, where a transaction that is cancelled has taken capacity all the same.
final class Reservation {

    private final Call call;
    private final List<Part> parts = new ArrayList<>();

    /// What one action takes.
    private record Part(Table table, Consumption consumption) {}

    Reservation(Call call) {
        this.call = call;
    }

    /// Takes what one action needs, as long as the transaction is not cancelled.
    ///
    /// @return what stands against it; then nothing is taken
    Optional<Throttle> take(Consumption consumption, Table table) {
        var throttle = consumption.throttled(table, call);
        if (throttle.isEmpty()) {
            consumption.reserve(table, call);
            parts.add(new Part(table, consumption));
        }
        return throttle;
    }

    /// Gives everything back.
    void cancel() {
        parts.forEach(part -> part.consumption.release(part.table, call));
        parts.clear();
    }

    /// Notes what was taken in the call's usage.
    void note() {
        byTable().forEach((table, consumption) -> consumption.noteIn(call, table));
    }

    /// What was taken, by table.
    Map<Table, Consumption> byTable() {
        var sums = new LinkedHashMap<Table, Consumption>();
        for (var part : parts) {
            sums.computeIfAbsent(part.table, _ -> part.consumption.times(0)).add(part.consumption);
        }
        return sums;
    }
}
