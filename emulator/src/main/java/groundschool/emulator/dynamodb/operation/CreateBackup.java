package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backup.BackupStatus;
import groundschool.emulator.dynamodb.backup.BackupDescription;
import groundschool.emulator.dynamodb.backup.BackupDescription.BackupDetails;
import groundschool.emulator.dynamodb.backup.Backups;
import java.util.List;

/// Makes a copy of a table that can be restored to another.
///
/// Source:
/// [CreateBackup](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateBackup.html)
public record CreateBackup(String tableName, String backupName) implements DynamoDbOperation {

    /// The answer.
    public record Response(BackupDetails backupDetails) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:CreateBackup", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = Backups.table(tableName, tables, call);
        table.requireActive(call);
        var backup = tables.backups().create(table, backupName, tables.delay(), call);
        return new Response(BackupDescription.details(backup, BackupStatus.CREATING));
    }
}
