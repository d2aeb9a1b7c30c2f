package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.BackupErrors;
import groundschool.emulator.dynamodb.backup.Backups;
import groundschool.emulator.dynamodb.schema.Recovery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Has a table be restorable to any time of the last days, or no longer.
///
/// Source:
/// [UpdateContinuousBackups](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html)
public record UpdateContinuousBackups(
        String tableName, PointInTimeRecoverySpecification pointInTimeRecoverySpecification)
        implements DynamoDbOperation {

    /// @param recoveryPeriodInDays 35 if nothing is said
    public record PointInTimeRecoverySpecification(
            boolean pointInTimeRecoveryEnabled, OptionalInt recoveryPeriodInDays) {}

    /// The answer.
    public record Response(ContinuousBackups continuousBackupsDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:UpdateContinuousBackups", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var asked = pointInTimeRecoverySpecification;
        if (!asked.pointInTimeRecoveryEnabled && asked.recoveryPeriodInDays.isPresent()) {
            throw BackupErrors.invalidRequest(
                    "Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.");
        }
        var table = Backups.table(tableName, tables, call);
        table.requireActive(call);
        var current = table.definition().recovery();
        var since = current.map(Recovery::since).orElse(call.now());
        var setting =
                asked.pointInTimeRecoveryEnabled
                        ? Optional.of(
                                new Recovery(
                                        since,
                                        asked.recoveryPeriodInDays.orElse(Recovery.LONGEST_DAYS)))
                        : Optional.<Recovery>empty();
        var changed = tables.recover(table, setting, call);
        return new Response(ContinuousBackups.of(changed.definition(), call.now()));
    }
}
