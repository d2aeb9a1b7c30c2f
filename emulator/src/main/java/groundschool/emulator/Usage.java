package groundschool.emulator;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one call has used, by unit and resource, such as 1.5 `ReadCapacityUnits` of a table.
public final class Usage {

    private final Map<String, Double> units = new LinkedHashMap<>();
    private final Set<String> throttles = new LinkedHashSet<>();

    /// Notes some units of a resource.
    ///
    /// @param unit such as `ReadCapacityUnits`
    public void add(String unit, String resource, double amount) {
        units.merge(unit + " " + resource, amount, Double::sum);
    }

    /// Notes that something was not done because a resource had no more of what it needs.
    ///
    /// @param reason such as `TableWriteProvisionedThroughputExceeded`
    public void throttled(String reason, String resource) {
        throttles.add(reason + " " + resource);
    }

    /// Why not all was done: reasons, each once, a space, and the resource.
    public List<String> throttles() {
        return List.copyOf(throttles);
    }

    /// All that was used: unit, a space, the resource, and the amount.
    public Map<String, Double> units() {
        return Map.copyOf(units);
    }
}
