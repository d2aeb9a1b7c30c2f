package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backups;
import java.util.List;

/// Says whether a table can be restored to any time of the last days.
///
/// Source:
/// [DescribeContinuousBackups](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContinuousBackups.html)
public record DescribeContinuousBackups(String tableName) implements DynamoDbOperation {

    /// The answer.
    public record Response(ContinuousBackups continuousBackupsDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to("dynamodb:DescribeContinuousBackups", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = Backups.table(tableName, tables, call);
        return new Response(ContinuousBackups.of(table.definition(), call.now()));
    }
}
