package groundschool.emulator.logs;

import groundschool.emulator.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is set about a log group.
///
/// @param id unique in its sandbox, also among groups that are gone
/// @param createdAt in milliseconds since 1970, as are all times of this service
/// @param logGroupClass `STANDARD`, or another that AWS has
/// @param retentionInDays absent if events are kept for good
public record LogGroup(
        String name,
        long id,
        long createdAt,
        String logGroupClass,
        Optional<Integer> retentionInDays,
        boolean isProtected,
        Map<String, String> tags) {

    public LogGroup {
        tags = Map.copyOf(tags);
    }

    LogGroup retaining(Optional<Integer> days) {
        return new LogGroup(name, id, createdAt, logGroupClass, days, isProtected, tags);
    }

    LogGroup tagged(Map<String, String> all) {
        return new LogGroup(name, id, createdAt, logGroupClass, retentionInDays, isProtected, all);
    }

    LogGroup withProtection(boolean wanted) {
        return new LogGroup(name, id, createdAt, logGroupClass, retentionInDays, wanted, tags);
    }

    /// The time before which events have expired; 0 if none does.
    public long horizon(Instant now) {
        return retentionInDays
                .map(days -> Math.max(0, now.minus(Duration.ofDays(days)).toEpochMilli()))
                .orElse(0L);
    }

    /// Without the `:*` that stands for its streams.
    public String arn(Call call) {
        return call.arn("logs", "log-group:" + name);
    }
}
