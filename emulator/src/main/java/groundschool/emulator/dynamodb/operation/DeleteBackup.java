package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backup.BackupStatus;
import groundschool.emulator.dynamodb.backup.Backup.BackupType;
import groundschool.emulator.dynamodb.backup.BackupDescription;
import groundschool.emulator.dynamodb.backup.BackupErrors;
import java.util.List;

/// Deletes a backup that a user has made.
///
/// Source:
/// [DeleteBackup](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteBackup.html)
public record DeleteBackup(String backupArn) implements DynamoDbOperation {

    /// The answer.
    public record Response(BackupDescription backupDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DeleteBackup", backupArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var backup = tables.backups().named(backupArn, call);
        if (backup.type() == BackupType.SYSTEM) {
            throw BackupErrors.invalidRequest(
                    "User is not allowed to delete the system backup with arn %s. It will automatically expire on %s"
                            .formatted(backupArn, backup.expiresAt().orElseThrow()));
        }
        if (backup.status(call.now()) == BackupStatus.CREATING) {
            throw BackupErrors.inUse(backupArn);
        }
        tables.backups().delete(backup);
        return new Response(BackupDescription.ofDeleted(backup));
    }
}
