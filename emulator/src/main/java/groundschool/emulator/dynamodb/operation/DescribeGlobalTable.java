package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;

/// Would show a global table of version 2017.11.29, of which there are none.
///
/// Source:
/// [DescribeGlobalTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeGlobalTable.html)
public record DescribeGlobalTable(String globalTableName) implements DynamoDbOperation {

    /// Never given.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to(
                        "dynamodb:DescribeGlobalTable",
                        LegacyGlobalTables.arn(globalTableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var notFound = LegacyGlobalTables.notFound(globalTableName);
        throw new AwsException(
                400, notFound.code(), "Global table not found: " + notFound.message());
    }
}
