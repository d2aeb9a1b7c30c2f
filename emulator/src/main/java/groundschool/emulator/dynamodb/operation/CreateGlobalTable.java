package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Would make a global table of version 2017.11.29; the service refuses that everywhere.
///
/// Source:
/// [CreateGlobalTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateGlobalTable.html)
public record CreateGlobalTable(String globalTableName, List<Replica> replicationGroup)
        implements DynamoDbOperation {

    public CreateGlobalTable {
        replicationGroup = List.copyOf(replicationGroup);
    }

    /// Where a table of the name is.
    public record Replica(Optional<String> regionName) {}

    /// Never given.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var action = "dynamodb:CreateGlobalTable";
        var wanted = new ArrayList<Access>();
        wanted.add(Access.to(action, LegacyGlobalTables.arn(globalTableName, call)));
        for (var replica : replicationGroup) {
            var there = replica.regionName.map(call::in).orElse(call);
            wanted.add(Access.to(action, there.arn("dynamodb", "table/" + globalTableName)));
        }
        return wanted;
    }

    @Override
    public Response run(Tables tables, Call call) {
        throw LegacyGlobalTables.notSupported();
    }
}
