package groundschool.emulator.dynamodb.insight;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The Contributor Insights of the tables and global indexes of a Region.
public final class Insights {

    private final StoredMap<Insight> insights;

    public Insights(String region, Storage storage) {
        this.insights =
                storage.map("dynamodb/" + region + "/insights", new JsonFormat<>(Insight.class));
    }

    /// That of a table, or of one of its indexes; absent if it never was enabled.
    public Optional<Insight> of(String table, Optional<String> index) {
        return insights.get(key(table, index));
    }

    /// Enables it.
    public Insight enable(String table, Optional<String> index, InsightMode mode, Instant now) {
        var insight = Insight.enabled(of(table, index), mode, now);
        insights.put(key(table, index), insight);
        return insight;
    }

    /// Disables it, if it is enabled.
    public Optional<Insight> disable(String table, Optional<String> index, Instant now) {
        var insight = of(table, index).map(enabled -> enabled.disabled(now));
        insight.ifPresent(disabled -> insights.put(key(table, index), disabled));
        return insight;
    }

    /// Forgets that of an index which is gone.
    public void remove(String table, String index) {
        insights.remove(key(table, Optional.of(index)));
    }

    /// Forgets those of a table which is gone, and of its indexes.
    public void removeAll(String table) {
        insights.remove(key(table, Optional.empty()));
        insights.ascending(Optional.of(Key.of(table + "/")), Optional.of(Key.of(table + "0")))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(insights::remove);
    }

    private static Key key(String table, Optional<String> index) {
        return Key.of(table + index.map(name -> "/" + name).orElse(""));
    }
}
