package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.replica.ReplicaChange;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.util.List;

/// Deletes a table with all its items. It is `DELETING` in this answer, and gone for the next call
/// unless the sandbox delays it.
///
/// Source:
/// [DeleteTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html)
public record DeleteTable(String tableName) implements DynamoDbOperation {

    /// The answer.
    public record Response(TableDescription tableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DeleteTable", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = tables.named(tableName, call);
        var answer = tables.replicas().describer(table, call).deleted();
        new ReplicaChange(tables, table, call).delete();
        return new Response(answer);
    }
}
