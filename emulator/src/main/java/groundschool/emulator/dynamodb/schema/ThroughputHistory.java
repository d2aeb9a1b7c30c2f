package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.TableErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// When a provisioned throughput was changed: decreases are limited.
///
/// Source: [Decreasing provisioned
/// throughput](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-throughput)
///
/// @param decreases those of one day, the oldest first
/// @param indexes of the table's global indexes, by name, as far as they were changed
public record ThroughputHistory(
        Optional<Instant> lastIncrease,
        List<Instant> decreases,
        Optional<Map<String, ThroughputHistory>> indexes) {

    /// Of a throughput that has never been changed.
    public static final ThroughputHistory NONE =
            new ThroughputHistory(Optional.empty(), List.of(), Optional.empty());

    private static final int DECREASES_AT_ANY_TIME = 4;
    private static final Duration BETWEEN = Duration.ofHours(1);

    public ThroughputHistory {
        decreases = List.copyOf(decreases);
        indexes = indexes.map(Map::copyOf);
    }

    /// How often it has been decreased in the day, by UTC, of that time.
    public int decreasesOn(Instant time) {
        return today(time).size();
    }

    public Optional<Instant> lastDecrease() {
        return decreases.isEmpty() ? Optional.empty() : Optional.of(decreases.getLast());
    }

    /// When the next decrease may be made.
    public Optional<Instant> nextDecrease(Instant now) {
        return today(now).size() < DECREASES_AT_ANY_TIME
                ? Optional.empty()
                : lastDecrease().map(last -> last.plus(BETWEEN)).filter(now::isBefore);
    }

    /// With a change to the throughput.
    public ThroughputHistory changed(
            ProvisionedThroughput before, ProvisionedThroughput after, Instant now) {
        return new ThroughputHistory(
                after.exceeds(before) ? Optional.of(now) : lastIncrease,
                before.exceeds(after)
                        ? Stream.concat(today(now).stream(), Stream.of(now)).toList()
                        : decreases,
                indexes);
    }

    /// A global index's.
    public ThroughputHistory ofIndex(String name) {
        return indexes.flatMap(all -> Optional.ofNullable(all.get(name))).orElse(NONE);
    }

    /// With another history of an index.
    public ThroughputHistory withIndex(String name, ThroughputHistory history) {
        var all = new TreeMap<String, ThroughputHistory>(indexes.orElse(Map.of()));
        all.put(name, history);
        return new ThroughputHistory(
                lastIncrease, decreases, Optional.<Map<String, ThroughputHistory>>of(all));
    }

    /// Without that of an index which is gone.
    public ThroughputHistory withoutIndex(String name) {
        var all = new TreeMap<String, ThroughputHistory>(indexes.orElse(Map.of()));
        all.remove(name);
        return new ThroughputHistory(
                lastIncrease, decreases, Optional.<Map<String, ThroughputHistory>>of(all));
    }

    /// @throws groundschool.emulator.AwsException if a decrease must wait
    void checkDecrease(ProvisionedThroughput before, ProvisionedThroughput after, Instant now) {
        if (before.exceeds(after)) {
            nextDecrease(now)
                    .ifPresent(next -> {
                        throw TableErrors.tooManyDecreases(
                                decreasesOn(now), lastDecrease().orElseThrow(), next);
                    });
        }
    }

    private List<Instant> today(Instant now) {
        var day = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return decreases.stream().filter(time -> !time.isBefore(day)).toList();
    }
}
