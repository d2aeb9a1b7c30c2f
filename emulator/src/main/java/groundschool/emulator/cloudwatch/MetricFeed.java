package groundschool.emulator.cloudwatch;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where services count what they do, so that counting costs their calls next to nothing: sums are
/// put together in memory, and become values of metrics once their minute is over, or when somebody
/// asks. What was counted in the minute of a crash or a rewind is lost.
public final class MetricFeed {

    private static final Logger LOG = LoggerFactory.getLogger(MetricFeed.class);
    private static final long MINUTE = 60_000;

    /// More than a minute's calls name; beyond it they are written at once.
    private static final int MOST = 2_000;

    private final Metrics metrics;
    private final Storage storage;
    private final Map<Slot, Sum> sums = new HashMap<>();
    private volatile Optional<Services> services = Optional.empty();
    private long minute;

    MetricFeed(Metrics metrics, Storage storage) {
        this.metrics = metrics;
        this.storage = storage;
    }

    /// @param counted what tells it from all else that is counted in the Region
    private record Slot(String region, Object counted) {}

    /// A metric as it is published.
    public record Measure(
            String namespace, String metric, List<Dimension> dimensions, String unit) {

        public Measure {
            dimensions = List.copyOf(dimensions);
        }
    }

    private static final class Sum {

        private final Measure measure;
        private double count;
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        private Sum(Measure measure) {
            this.measure = measure;
        }

        private void add(double value) {
            count++;
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        private Bucket bucket() {
            return new Bucket(count, sum, least, most, new TreeMap<>());
        }
    }

    /// The same, which knows the services of its sandbox.
    public MetricFeed of(Services own) {
        if (services.isEmpty()) {
            services = Optional.of(own);
        }
        return this;
    }

    /// Counts a value of now.
    public void add(
            String region,
            String namespace,
            String metric,
            List<Dimension> dimensions,
            String unit,
            double value) {
        var measure = new Measure(namespace, metric, dimensions, unit);
        services.ifPresent(own -> add(region, own.clock().now(), measure, () -> measure, value));
    }

    /// Counts a value.
    ///
    /// @param at on the sandbox's clock
    /// @param counted what stands for the metric in this Region, and is quickly compared
    /// @param measure is asked for once a minute, or less
    public void add(
            String region, Instant at, Object counted, Supplier<Measure> measure, double value) {
        var own = services;
        if (own.isEmpty()) {
            return;
        }
        long now = at.toEpochMilli();
        long current = now - Math.floorMod(now, MINUTE);
        var slot = new Slot(region, counted);
        boolean isFirst;
        if (isFull(current)) {
            write();
        }
        synchronized (this) {
            isFirst = sums.isEmpty();
            minute = current;
            var sum = sums.get(slot);
            if (sum == null) {
                sum = new Sum(measure.get());
                sums.put(slot, sum);
            }
            sum.add(value);
        }
        if (isFirst) {
            flushLater(own.get());
        }
    }

    /// Whether what was counted is of another minute, or enough.
    private synchronized boolean isFull(long current) {
        return !sums.isEmpty() && (minute != current || sums.size() >= MOST);
    }

    private synchronized long minute() {
        return minute;
    }

    /// Not while the clock stands still, so that the sandbox may leave memory.
    private void flushLater(Services own) {
        if (own.clock().speed() > 0) {
            own.clock().schedule(Instant.ofEpochMilli(minute() + MINUTE), this::write);
        }
    }

    /// What was counted is not worth failing the call that counts on.
    private void write() {
        try {
            storage.transition(this::flush);
        } catch (AwsException | StorageException failure) {
            LOG.error("Metrics were not written: {}", failure.getMessage());
        }
    }

    /// Writes what was counted, in the transition that is under way.
    void flush() {
        if (!storage.isInTransition()) {
            return;
        }
        Map<Slot, Sum> counted;
        Instant at;
        synchronized (this) {
            if (sums.isEmpty()) {
                return;
            }
            counted = new HashMap<>(sums);
            at = Instant.ofEpochMilli(minute);
            sums.clear();
        }
        var byRegion = new TreeMap<String, List<Metrics.Given>>();
        counted.forEach((slot, sum) ->
                byRegion.computeIfAbsent(slot.region(), _ -> new ArrayList<>())
                        .add(
                                new Metrics.Given(
                                        new MetricName(
                                                sum.measure.namespace(),
                                                sum.measure.metric(),
                                                sum.measure.dimensions()),
                                        at,
                                        sum.measure.unit(),
                                        false,
                                        sum.bucket())));
        services.ifPresent(
                own -> byRegion.forEach((region, values) -> metrics.put(values, region, own)));
    }
}
