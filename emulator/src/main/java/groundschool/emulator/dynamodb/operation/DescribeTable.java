package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.util.List;

/// Shows a table: its key, its indexes, what it is doing and how much it holds.
///
/// Source:
/// [DescribeTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html)
public record DescribeTable(String tableName) implements DynamoDbOperation {

    /// The answer.
    public record Response(TableDescription table) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeTable", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = tables.named(tableName, call);
        return new Response(tables.replicas().describer(table, call).described());
    }
}
