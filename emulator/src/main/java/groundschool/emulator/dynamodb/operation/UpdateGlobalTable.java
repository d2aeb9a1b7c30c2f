package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;

/// Would add replicas to a global table of version 2017.11.29, or take some away; there are none.
///
/// Source:
/// [UpdateGlobalTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateGlobalTable.html)
public record UpdateGlobalTable(String globalTableName, List<ReplicaUpdate> replicaUpdates)
        implements DynamoDbOperation {

    public UpdateGlobalTable {
        replicaUpdates = List.copyOf(replicaUpdates);
    }

    /// A replica that is to come or to go.
    public record ReplicaUpdate(Optional<Region> create, Optional<Region> delete) {}

    /// Where it is.
    public record Region(String regionName) {}

    /// Never given.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var action = "dynamodb:UpdateGlobalTable";
        return List.of(
                Access.to(action, LegacyGlobalTables.arn(globalTableName, call)),
                Access.to(action, call.arn("dynamodb", "table/" + globalTableName)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (replicaUpdates.isEmpty()) {
            throw DynamoDbErrors.validation("One or more parameter values were invalid");
        }
        if (replicaUpdates.stream().anyMatch(update -> update.create.isPresent())) {
            throw LegacyGlobalTables.notSupported();
        }
        throw LegacyGlobalTables.notFound(globalTableName);
    }
}
