package groundschool.emulator;

import groundschool.emulator.sandbox.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one call has used, by unit and resource, such as 1.5 `ReadCapacityUnits` of a table.
public final class Usage {

    private static final int KEYS_KEPT = 10;
    private static final int KEY_LENGTH = 200;

    private Map<String, Double> units = Map.of();
    private final List<String> keys = new ArrayList<>(1);
    private long items;
    private long lookedAt;
    private Set<String> throttles = Set.of();

    /// Notes some units of a resource.
    ///
    /// @param unit such as `ReadCapacityUnits`
    public void add(String unit, String resource, double amount) {
        var used = unit + " " + resource;
        if (units.isEmpty()) {
            // Most calls use one thing.
            units = Map.of(used, amount);
            return;
        }
        units = units instanceof LinkedHashMap ? units : new LinkedHashMap<>(units);
        units.merge(used, amount, Double::sum);
    }

    /// Notes that something was not done because a resource had no more of what it needs.
    ///
    /// @param reason such as `TableWriteProvisionedThroughputExceeded`
    public void throttled(String reason, String resource) {
        throttles = throttles.isEmpty() ? new LinkedHashSet<>() : throttles;
        throttles.add(reason + " " + resource);
    }

    /// Notes what a call was about, such as an item's key. The first few are kept.
    ///
    /// @param items how many
    public void touched(String key, int items) {
        if (keys.size() < KEYS_KEPT) {
            keys.add(key.length() > KEY_LENGTH ? key.substring(0, KEY_LENGTH) + "…" : key);
        }
        counted(items, items);
    }

    /// Notes how many items were answered or written, of how many that were looked at.
    public void counted(int answered, int looked) {
        items += answered;
        lookedAt += looked;
    }

    /// What the call was about, and what came of it.
    public Ledger.Effect effect() {
        return keys.isEmpty() && lookedAt == 0 && throttles.isEmpty()
                ? Ledger.Effect.NONE
                : new Ledger.Effect(keys, items, lookedAt, List.copyOf(throttles));
    }

    /// All that was used: unit, a space, the resource, and the amount.
    public Map<String, Double> units() {
        return Map.copyOf(units);
    }
}
