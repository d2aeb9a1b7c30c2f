package groundschool.emulator.dynamodb.schema;

import java.time.Duration;
import java.time.Instant;

/// That a table can be restored to any time of the last days.
///
/// Source: [Point-in-time
/// recovery](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html)
///
/// @param since when it was enabled
/// @param days up to 35
public record Recovery(Instant since, int days) {

    /// The time of recovery if none is asked for.
    public static final int LONGEST_DAYS = 35;

    private static final Duration LATEST = Duration.ofMinutes(5);

    /// The first time that the table can be restored to.
    public Instant earliest(Instant now) {
        var first = now.minus(Duration.ofDays(days));
        return since.isAfter(first) ? since : first;
    }

    /// The last one: five minutes ago, but not before recovery was enabled.
    public Instant latest(Instant now) {
        var last = now.minus(LATEST);
        return since.isAfter(last) ? since : last;
    }
}
