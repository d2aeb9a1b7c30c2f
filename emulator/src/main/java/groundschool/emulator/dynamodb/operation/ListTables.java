package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists the names of the Region's tables, in order, at most 100 at a time.
///
/// Source:
/// [ListTables](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html)
public record ListTables(Optional<String> exclusiveStartTableName, OptionalInt limit)
        implements DynamoDbOperation {

    private static final int PAGE = 100;

    /// @param lastEvaluatedTableName where to go on, if there are more
    public record Response(List<String> tableNames, Optional<String> lastEvaluatedTableName) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListTables", call.arn("dynamodb", "table/*")));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var names = tables.names(exclusiveStartTableName, call);
        int page = limit.orElse(PAGE);
        if (names.size() <= page) {
            return new Response(names, Optional.empty());
        }
        return new Response(names.subList(0, page), Optional.of(names.get(page - 1)));
    }
}
