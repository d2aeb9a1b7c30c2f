package groundschool.emulator;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one call has used, by unit and resource, such as 1.5 `ReadCapacityUnits` of a table.
public final class Usage {

    private final Map<String, Double> units = new LinkedHashMap<>();

    /// Notes some units of a resource.
    ///
    /// @param unit such as `ReadCapacityUnits`
    public void add(String unit, String resource, double amount) {
        units.merge(unit + " " + resource, amount, Double::sum);
    }

    /// All that was used: unit, a space, the resource, and the amount.
    public Map<String, Double> units() {
        return Map.copyOf(units);
    }
}
