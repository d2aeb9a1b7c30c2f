package groundschool.emulator.dynamodb.schema;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a provisioned throughput was changed: decreases are limited.
///
/// Source: [Decreasing provisioned
/// throughput](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#limits-throughput)
///
/// @param decreases those of one day, the oldest first
public record ThroughputHistory(Optional<Instant> lastIncrease, List<Instant> decreases) {

    /// Of a throughput that has never been changed.
    public static final ThroughputHistory NONE = new ThroughputHistory(Optional.empty(), List.of());

    private static final int DECREASES_AT_ANY_TIME = 4;
    private static final Duration BETWEEN = Duration.ofHours(1);

    public ThroughputHistory {
        decreases = List.copyOf(decreases);
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
                        : decreases);
    }

    private List<Instant> today(Instant now) {
        var day = now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return decreases.stream().filter(time -> !time.isBefore(day)).toList();
    }
}
