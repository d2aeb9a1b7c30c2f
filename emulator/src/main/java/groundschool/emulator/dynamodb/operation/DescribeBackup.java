package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.BackupDescription;
import java.util.List;

/// Shows a backup.
///
/// Source:
/// [DescribeBackup](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeBackup.html)
public record DescribeBackup(String backupArn) implements DynamoDbOperation {

    /// The answer.
    public record Response(BackupDescription backupDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeBackup", backupArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(BackupDescription.of(tables.backups().named(backupArn, call), call));
    }
}
