package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists the global tables of version 2017.11.29, of which there are none, wherever one looks and
/// however many one asks for.
///
/// Source:
/// [ListGlobalTables](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListGlobalTables.html)
public record ListGlobalTables(
        Optional<String> exclusiveStartGlobalTableName,
        OptionalInt limit,
        Optional<String> regionName)
        implements DynamoDbOperation {

    /// A global table.
    public record GlobalTable(String globalTableName) {}

    /// The answer.
    public record Response(List<GlobalTable> globalTables) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListGlobalTables", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(List.of());
    }
}
