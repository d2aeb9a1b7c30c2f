package groundschool.emulator.dynamodb.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.replica.ReplicaAccess;
import groundschool.emulator.dynamodb.replica.ReplicaChange;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate;
import groundschool.emulator.dynamodb.replica.SharedSettings;
import groundschool.emulator.dynamodb.schema.AttributeDefinition;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndexUpdate;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableClass;
import groundschool.emulator.dynamodb.schema.TableDescription;
import groundschool.emulator.dynamodb.schema.TableUpdate;
import groundschool.emulator.dynamodb.schema.UpdateRules;
import groundschool.emulator.dynamodb.schema.WarmThroughput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Changes settings of a table, or its global secondary indexes. It is `UPDATING` in this answer,
/// and `ACTIVE` for the next call unless the sandbox delays it.
///
/// Source:
/// [UpdateTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html)
public record UpdateTable(
        String tableName,
        Optional<List<AttributeDefinition>> attributeDefinitions,
        Optional<BillingMode> billingMode,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput,
        Optional<List<GlobalSecondaryIndexUpdate>> globalSecondaryIndexUpdates,
        Optional<StreamSpecification> streamSpecification,
        @JsonProperty("SSESpecification") Optional<SseSpecification> sseSpecification,
        Optional<TableClass> tableClass,
        Optional<Boolean> deletionProtectionEnabled,
        Optional<List<ReplicationGroupUpdate>> replicaUpdates,
        Optional<Object> multiRegionConsistency,
        Optional<Object> globalTableWitnessUpdates,
        Optional<Object> globalTableSettingsReplicationMode,
        Optional<Object> vectorIndexUpdates)
        implements DynamoDbOperation {

    /// The answer.
    public record Response(TableDescription tableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var wanted = new ArrayList<Access>();
        wanted.add(Access.to("dynamodb:UpdateTable", tables.arn(tableName, call)));
        replicaUpdates.ifPresent(
                updates -> wanted.addAll(new ReplicaAccess(tables, tableName, call).to(updates)));
        return wanted;
    }

    @Override
    public Response run(Tables tables, Call call) {
        refuseWhatIsNotSupported();
        var update = update();
        UpdateRules.check(update);
        var table = tables.named(tableName, call);
        if (!update.replicas().isEmpty()) {
            return new Response(new ReplicaChange(tables, table, call).run(update.replicas()));
        }
        var settings = new SharedSettings(tables, table, call);
        settings.check(update);
        table.requireActive(call);
        UpdateRules.check(update, table.definition(), call.now());
        var updated = settings.update(update);
        return new Response(tables.replicas().describer(updated, call).updated());
    }

    private void refuseWhatIsNotSupported() {
        refuse("MultiRegionConsistency", multiRegionConsistency);
        refuse("GlobalTableWitnessUpdates", globalTableWitnessUpdates);
        refuse("GlobalTableSettingsReplicationMode", globalTableSettingsReplicationMode);
        refuse("VectorIndexUpdates", vectorIndexUpdates);
    }

    private static void refuse(String parameter, Optional<?> given) {
        if (given.isPresent()) {
            throw TableErrors.notSupportedYet(parameter);
        }
    }

    private TableUpdate update() {
        return new TableUpdate(
                attributeDefinitions,
                billingMode,
                provisionedThroughput,
                onDemandThroughput,
                warmThroughput,
                globalSecondaryIndexUpdates.orElse(List.of()),
                streamSpecification,
                sseSpecification,
                tableClass,
                deletionProtectionEnabled,
                replicaUpdates.orElse(List.of()));
    }
}
