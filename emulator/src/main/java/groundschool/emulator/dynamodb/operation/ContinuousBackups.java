package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.schema.Recovery;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Instant;
import java.util.Optional;

/// Whether a table can be restored to any time of the last days, as answers show it.
///
/// Source:
/// [ContinuousBackupsDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ContinuousBackupsDescription.html)
public record ContinuousBackups(
        String continuousBackupsStatus, PointInTimeRecovery pointInTimeRecoveryDescription) {

    /// @param recoveryPeriodInDays present if it is enabled, as are the times
    public record PointInTimeRecovery(
            String pointInTimeRecoveryStatus,
            Optional<Integer> recoveryPeriodInDays,
            Optional<Instant> earliestRestorableDateTime,
            Optional<Instant> latestRestorableDateTime) {}

    static ContinuousBackups of(TableDefinition table, Instant now) {
        var recovery = table.recovery();
        return new ContinuousBackups(
                "ENABLED",
                new PointInTimeRecovery(
                        recovery.isPresent() ? "ENABLED" : "DISABLED",
                        recovery.map(Recovery::days),
                        recovery.map(setting -> setting.earliest(now)),
                        recovery.map(setting -> setting.latest(now))));
    }
}
