package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backup;
import groundschool.emulator.dynamodb.backup.Backup.BackupStatus;
import groundschool.emulator.dynamodb.backup.Backup.BackupType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists backups, at most 100 at a time.
///
/// Source:
/// [ListBackups](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListBackups.html)
///
/// @param timeRangeLowerBound included
/// @param timeRangeUpperBound not included
/// @param backupType those that users have made, if nothing is said
public record ListBackups(
        Optional<String> tableName,
        OptionalInt limit,
        Optional<Instant> timeRangeLowerBound,
        Optional<Instant> timeRangeUpperBound,
        Optional<String> exclusiveStartBackupArn,
        Optional<BackupType> backupType)
        implements DynamoDbOperation {

    private static final int PAGE = 100;

    /// @param lastEvaluatedBackupArn where to go on, if there are more
    public record Response(
            List<BackupSummary> backupSummaries, Optional<String> lastEvaluatedBackupArn) {}

    /// A backup among others.
    public record BackupSummary(
            String tableName,
            String tableId,
            String tableArn,
            String backupArn,
            String backupName,
            Instant backupCreationDateTime,
            Optional<Instant> backupExpiryDateTime,
            BackupStatus backupStatus,
            BackupType backupType,
            long backupSizeBytes) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListBackups", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (timeRangeLowerBound.isPresent()
                && timeRangeUpperBound.isPresent()
                && timeRangeLowerBound.get().isAfter(timeRangeUpperBound.get())) {
            throw DynamoDbErrors.invalidParameters(
                    "Time range lower bound must be less than or equal to upper bound");
        }
        var tableArn = tableName.map(name -> tables.arn(name, call));
        var all =
                tables.backups().list(call).stream()
                        .filter(backup ->
                                tableArn.isEmpty() || tableArn.get().equals(backup.tableArn()))
                        .filter(this::isAsked)
                        .map(backup -> summary(backup, call))
                        .toList();
        int page = limit.orElse(PAGE);
        if (all.size() <= page) {
            return new Response(all, Optional.empty());
        }
        return new Response(all.subList(0, page), Optional.of(all.get(page - 1).backupArn));
    }

    private boolean isAsked(Backup backup) {
        var type = backupType.orElse(BackupType.USER);
        var at = backup.createdAt();
        return (type == BackupType.ALL || type == backup.type())
                && timeRangeLowerBound.filter(at::isBefore).isEmpty()
                && timeRangeUpperBound.filter(bound -> !at.isBefore(bound)).isEmpty()
                && exclusiveStartBackupArn
                        .filter(start -> backup.arn().compareTo(start) <= 0)
                        .isEmpty();
    }

    private static BackupSummary summary(Backup backup, Call call) {
        return new BackupSummary(
                backup.table().name(),
                backup.table().id(),
                backup.tableArn(),
                backup.arn(),
                backup.name(),
                backup.createdAt(),
                backup.expiresAt(),
                backup.status(call.now()),
                backup.type(),
                backup.sizeBytes());
    }
}
