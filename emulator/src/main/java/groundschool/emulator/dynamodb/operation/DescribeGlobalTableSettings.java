package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;

/// Would show the settings of a global table of version 2017.11.29, of which there are none.
///
/// Source:
/// [DescribeGlobalTableSettings](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeGlobalTableSettings.html)
public record DescribeGlobalTableSettings(String globalTableName) implements DynamoDbOperation {

    /// Never given.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to(
                        "dynamodb:DescribeGlobalTableSettings",
                        LegacyGlobalTables.arn(globalTableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        throw LegacyGlobalTables.notFound(globalTableName);
    }
}
