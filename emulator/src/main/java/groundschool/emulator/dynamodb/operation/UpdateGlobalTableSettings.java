package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.BillingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// Would change settings of a global table of version 2017.11.29, of which there are none, whatever
/// is asked.
///
/// Source:
/// [UpdateGlobalTableSettings](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateGlobalTableSettings.html)
public record UpdateGlobalTableSettings(
        String globalTableName,
        Optional<BillingMode> globalTableBillingMode,
        OptionalLong globalTableProvisionedWriteCapacityUnits,
        Optional<JsonNode> globalTableProvisionedWriteCapacityAutoScalingSettingsUpdate,
        Optional<JsonNode> globalTableGlobalSecondaryIndexSettingsUpdate,
        Optional<JsonNode> replicaSettingsUpdate)
        implements DynamoDbOperation {

    /// Never given.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var action = "dynamodb:UpdateGlobalTableSettings";
        return List.of(
                Access.to(action, LegacyGlobalTables.arn(globalTableName, call)),
                Access.to(action, call.arn("dynamodb", "table/" + globalTableName)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        throw LegacyGlobalTables.notFound(globalTableName);
    }
}
