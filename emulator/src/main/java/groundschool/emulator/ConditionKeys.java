package groundschool.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What policies may test of one access besides action and resource, by key, such as
/// `dynamodb:LeadingKeys`. Worked out when the first condition asks for it: most policies have
/// none.
public final class ConditionKeys {

    private final Supplier<Map<String, List<String>>> source;
    private volatile Optional<Map<String, List<String>>> values = Optional.empty();

    private ConditionKeys(Supplier<Map<String, List<String>>> source) {
        this.source = source;
    }

    static ConditionKeys of(Map<String, List<String>> values) {
        var keys = new ConditionKeys(() -> values);
        keys.values();
        return keys;
    }

    /// @param source may be asked twice, and gives the same each time
    public static ConditionKeys later(Supplier<Map<String, List<String>>> source) {
        return new ConditionKeys(source);
    }

    Map<String, List<String>> values() {
        if (values.isEmpty()) {
            values = Optional.of(Map.copyOf(source.get()));
        }
        return values.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConditionKeys keys && values().equals(keys.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
