package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has happened to the alarms of a Region: of the last 30 days, as on AWS, and 2,000 things at
/// most.
public final class AlarmHistory {

    private static final Key LAST_ITEM = Key.of("last-item");
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final StoredMap<HistoryItem> items;
    private final StoredMap<Long> counters;

    AlarmHistory(Storage storage, String region) {
        this.items =
                storage.map(
                        "cloudwatch/" + region + "/alarm-history",
                        new JsonFormat<>(HistoryItem.class));
        this.counters = storage.map("cloudwatch/counters", new JsonFormat<>(Long.class));
    }

    /// The latest first.
    public List<HistoryItem> latestFirst() {
        return items.descending(Optional.empty(), Optional.empty())
                .map(Map.Entry::getValue)
                .toList();
    }

    void add(HistoryItem item) {
        long number = counters.get(LAST_ITEM).orElse(0L) + 1;
        counters.put(LAST_ITEM, number);
        items.put(key(item.at().toEpochMilli(), number), item);
        var over = new ArrayList<Key>();
        items.ascending(Optional.empty(), Optional.of(key(item.at().minus(KEPT).toEpochMilli(), 0)))
                .forEach(entry -> over.add(entry.getKey()));
        items.ascending()
                .limit(Math.max(0, items.size() - MOST))
                .forEach(entry -> over.add(entry.getKey()));
        over.forEach(items::remove);
    }

    private static Key key(long time, long number) {
        return Key.of("%016d %012d".formatted(time, number));
    }
}
