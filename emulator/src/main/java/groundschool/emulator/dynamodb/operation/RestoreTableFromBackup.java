package groundschool.emulator.dynamodb.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backup.BackupStatus;
import groundschool.emulator.dynamodb.backup.BackupErrors;
import groundschool.emulator.dynamodb.backup.Backups;
import groundschool.emulator.dynamodb.backup.Overrides;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.LocalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.RestoredFrom;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.util.List;
import java.util.Optional;

/// Makes a new table of a backup.
///
/// Source:
/// [RestoreTableFromBackup](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableFromBackup.html)
public record RestoreTableFromBackup(
        String targetTableName,
        String backupArn,
        Optional<BillingMode> billingModeOverride,
        Optional<List<GlobalSecondaryIndex>> globalSecondaryIndexOverride,
        Optional<List<LocalSecondaryIndex>> localSecondaryIndexOverride,
        Optional<ProvisionedThroughput> provisionedThroughputOverride,
        Optional<OnDemandThroughput> onDemandThroughputOverride,
        @JsonProperty("SSESpecificationOverride")
                Optional<SseSpecification> sseSpecificationOverride,
        Optional<Object> vectorIndexOverride)
        implements DynamoDbOperation {

    /// The answer.
    public record Response(TableDescription tableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to("dynamodb:RestoreTableFromBackup", backupArn),
                Access.to("dynamodb:RestoreTableFromBackup", tables.arn(targetTableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (vectorIndexOverride.isPresent()) {
            throw TableErrors.notSupportedYet("VectorIndexOverride");
        }
        var backup = tables.backups().named(backupArn, call);
        if (backup.status(call.now()) == BackupStatus.CREATING) {
            throw BackupErrors.inUse(backupArn);
        }
        Backups.requireFree(targetTableName, tables, call);
        var definition =
                new Overrides(
                                billingModeOverride,
                                globalSecondaryIndexOverride,
                                localSecondaryIndexOverride,
                                provisionedThroughputOverride,
                                onDemandThroughputOverride,
                                sseSpecificationOverride)
                        .restored(
                                backup.table(),
                                targetTableName,
                                new RestoredFrom(
                                        Optional.of(backupArn),
                                        backup.tableArn(),
                                        backup.createdAt()),
                                tables.delay(),
                                call);
        var table = tables.restore(definition, _ -> {}, backup.items(), call);
        return new Response(table.describer(call).created());
    }
}
