package groundschool.emulator.cloudwatch;

import groundschool.emulator.Call;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.alarm.Alarms;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The metrics of one sandbox, in all Regions: sums by minute, or by second of those that are given
/// so.
///
/// Unlike AWS, which keeps sums of an hour for 15 months, a sandbox keeps those of a minute for 15
/// days, and those of a second as long; and it has 5,000 metrics at most.
public final class Metrics {

    private static final Duration KEPT = Duration.ofDays(15);

    /// "Only metrics that have had new data points published in the last two weeks" are listed.
    private static final Duration LISTED = Duration.ofDays(14);

    private static final int MOST_METRICS = 5_000;
    private static final Key LAST_ID = Key.of("last-id");
    private static final long MINUTE = 60_000;
    private static final long SECOND = 1_000;

    private final Storage storage;
    private final StoredMap<Long> counters;
    private final Alarms alarms;
    private final MetricFeed feed;

    Metrics(Storage storage) {
        this.storage = storage;
        this.counters = storage.map("cloudwatch/counters", new JsonFormat<>(Long.class));
        this.alarms = new Alarms(storage, this);
        this.feed = new MetricFeed(this, storage);
    }

    /// A metric and when it last got a value.
    public record Known(MetricName name, long id, Instant lastAt) {}

    /// Values that are given at a time.
    ///
    /// @param unit such as `Count`, or `None`
    /// @param isFine whether seconds are told from each other
    public record Given(
            MetricName metric, Instant at, String unit, boolean isFine, Bucket values) {}

    /// All alarms.
    public Alarms alarms() {
        return alarms;
    }

    /// Where services count what they do.
    public MetricFeed feed() {
        return feed;
    }

    /// The dashboards of the account.
    public Dashboards dashboards() {
        return new Dashboards(storage);
    }

    /// Adds values.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many metrics
    public void put(List<Given> all, String region, Services services) {
        var now = services.clock().now();
        for (var given : all) {
            put(given, region, now);
        }
        alarms.watch(region, services);
    }

    private void put(Given given, String region, Instant now) {
        var known = known(region);
        var key = given.metric().key();
        var before = known.get(key);
        if (before.isEmpty() && known.size() >= MOST_METRICS) {
            throw CloudWatchErrors.limitExceeded(
                    "A sandbox has %d metrics at most.".formatted(MOST_METRICS));
        }
        long id = before.map(Known::id).orElseGet(this::nextId);
        var data = data(region, id);
        var at = bucketKey(given);
        var values = data.get(at).map(there -> there.plus(given.values())).orElse(given.values());
        data.put(at, values.kept());
        if (before.map(there -> there.lastAt().isBefore(given.at())).orElse(true)) {
            known.put(key, new Known(given.metric(), id, given.at()));
        }
        trim(data, now);
    }

    /// The values of a metric in a time, by period and unit.
    ///
    /// @param first where the first period begins
    /// @param end before which the last begins
    public TreeMap<Instant, Map<String, Bucket>> query(
            MetricName metric, Instant first, Instant end, Duration period, String region) {
        feed.flush();
        var found = new TreeMap<Instant, Map<String, Bucket>>();
        var known = known(region).get(metric.key());
        if (known.isEmpty() || !first.isBefore(end)) {
            return found;
        }
        long start = first.toEpochMilli();
        long step = period.toMillis();
        data(region, known.get().id())
                .ascending(Optional.of(timeKey(start)), Optional.of(timeKey(end.toEpochMilli())))
                .forEach(entry -> {
                    long time = ByteBuffer.wrap(entry.getKey().bytes()).getLong();
                    var unit = unit(entry.getKey());
                    found.computeIfAbsent(
                                    Instant.ofEpochMilli(time - Math.floorMod(time - start, step)),
                                    _ -> new TreeMap<>())
                            .merge(unit, entry.getValue(), Bucket::plus);
                });
        return found;
    }

    /// The metrics that had a value lately.
    public List<Known> list(Call call) {
        feed.flush();
        var since = call.now().minus(LISTED);
        return known(call.region())
                .ascending()
                .map(Map.Entry::getValue)
                .filter(each -> each.lastAt().isAfter(since))
                .toList();
    }

    private static void trim(StoredMap<Bucket> data, Instant now) {
        var over = new ArrayList<Key>();
        data.ascending(Optional.empty(), Optional.of(timeKey(now.minus(KEPT).toEpochMilli())))
                .limit(100)
                .forEach(entry -> over.add(entry.getKey()));
        over.forEach(data::remove);
    }

    private long nextId() {
        long id = counters.get(LAST_ID).orElse(0L) + 1;
        counters.put(LAST_ID, id);
        return id;
    }

    private static Key bucketKey(Given given) {
        long width = given.isFine() ? SECOND : MINUTE;
        long time = given.at().toEpochMilli();
        var unit = given.unit().getBytes(StandardCharsets.UTF_8);
        return Key.of(
                ByteBuffer.allocate(Long.BYTES + unit.length)
                        .putLong(time - Math.floorMod(time, width))
                        .put(unit)
                        .array());
    }

    private static Key timeKey(long time) {
        return Key.of(ByteBuffer.allocate(Long.BYTES).putLong(Math.max(0, time)).array());
    }

    private static String unit(Key key) {
        var bytes = key.bytes();
        return new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    }

    private StoredMap<Known> known(String region) {
        return storage.map("cloudwatch/" + region + "/metrics", new JsonFormat<>(Known.class));
    }

    private StoredMap<Bucket> data(String region, long id) {
        return storage.map("cloudwatch/" + region + "/data/" + id, new Bucket.BucketFormat());
    }
}
