package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TransactionErrors;
import groundschool.emulator.dynamodb.TransactionErrors.Reason;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.Throttle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The capacity of a transaction's actions, which is taken for all of them or for none.
///
/// Unlike AWS, where a transaction that is cancelled has taken capacity all the same.
///
/// @param tables of the actions, in their order
/// @param wanted what each takes
record Reservation(List<Table> tables, List<Consumption> wanted) {

    /// Takes it.
    ///
    /// @return what was taken, by table
    /// @throws groundschool.emulator.AwsException with a reason for each action if one is throttled
    Map<Table, Consumption> take(Call call) {
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < wanted.size(); i++) {
            var throttle = wanted.get(i).throttled(tables.get(i), call);
            if (throttle.isEmpty()) {
                wanted.get(i).reserve(tables.get(i), call);
            }
            reasons.add(throttle.map(Throttle::cancellation).orElse(Reason.NONE));
        }
        if (reasons.stream().anyMatch(reason -> !reason.equals(Reason.NONE))) {
            release(reasons, call);
            throw TransactionErrors.cancelled(reasons);
        }
        var taken = byTable();
        taken.forEach((table, consumption) -> consumption.noteIn(call, table));
        return taken;
    }

    private void release(List<Reason> reasons, Call call) {
        for (int i = 0; i < wanted.size(); i++) {
            if (reasons.get(i).equals(Reason.NONE)) {
                wanted.get(i).release(tables.get(i), call);
            }
        }
    }

    private Map<Table, Consumption> byTable() {
        var sums = new LinkedHashMap<Table, Consumption>();
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            sums.computeIfAbsent(tables.get(i), _ -> one.times(0)).add(one);
        }
        return sums;
    }
}
