package groundschool.emulator.dynamodb.backup;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Instant;
import java.util.Optional;

/// A copy of a table, as it is stored.
///
/// @param availableAt when it can be restored; until then it is being created
/// @param expiresAt when it is deleted, if it was not made by a user
/// @param tableArn of the table that it is a copy of
/// @param table as it was
public record Backup(
        String arn,
        String name,
        BackupType type,
        Instant createdAt,
        Instant availableAt,
        Optional<Instant> expiresAt,
        String tableArn,
        TableDefinition table,
        long itemCount,
        long sizeBytes) {

    /// Who made it.
    public enum BackupType {
        USER,
        SYSTEM,
        AWS_BACKUP,
        ALL
    }

    /// What it is doing.
    public enum BackupStatus {
        CREATING,
        DELETED,
        AVAILABLE
    }

    /// What it is doing at that time.
    public BackupStatus status(Instant now) {
        return now.isBefore(availableAt) ? BackupStatus.CREATING : BackupStatus.AVAILABLE;
    }

    /// The map that holds its items.
    public String items() {
        return "dynamodb/backup/" + arn;
    }
}
