package groundschool.emulator.dynamodb.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.BackupErrors;
import groundschool.emulator.dynamodb.backup.Backups;
import groundschool.emulator.dynamodb.backup.Overrides;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.LocalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.Recovery;
import groundschool.emulator.dynamodb.schema.RestoredFrom;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes a new table of what a table was at a time.
///
/// Source:
/// [RestoreTableToPointInTime](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html)
public record RestoreTableToPointInTime(
        Optional<String> sourceTableArn,
        Optional<String> sourceTableName,
        String targetTableName,
        Optional<Boolean> useLatestRestorableTime,
        Optional<Instant> restoreDateTime,
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
        var target = tables.arn(targetTableName, call);
        var source =
                sourceTableArn
                        .or(() -> sourceTableName.map(name -> tables.arn(name, call)))
                        .orElse(target);
        return List.of(
                Access.to("dynamodb:RestoreTableToPointInTime", source),
                Access.to("dynamodb:RestoreTableToPointInTime", target));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (vectorIndexOverride.isPresent()) {
            throw TableErrors.notSupportedYet("VectorIndexOverride");
        }
        if (sourceTableArn.isPresent() == sourceTableName.isPresent()) {
            throw DynamoDbErrors.validation(
                    "Must provide exactly one of: sourceTableArn, sourceTableName");
        }
        boolean latest = useLatestRestorableTime.orElse(false);
        if (latest == restoreDateTime.isPresent()) {
            throw BackupErrors.invalidRequest(
                    "Either one of RestoreDateTime or UseLatestRestorableTime must be specified,"
                            + " but not both");
        }
        var table = Backups.table(sourceTableArn.or(() -> sourceTableName).get(), tables, call);
        var history =
                table.history().orElseThrow(() -> BackupErrors.recoveryUnavailable(table.name()));
        var time = time(table.definition().recovery().orElseThrow(), call.now());
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
                                table.definition(),
                                targetTableName,
                                new RestoredFrom(Optional.empty(), table.arn(call), time),
                                tables.delay(),
                                call);
        var restored =
                tables.restore(
                        definition, items -> history.undo(items, time), table.itemsMap(call), call);
        return new Response(restored.describer(call).created());
    }

    private Instant time(Recovery recovery, Instant now) {
        var time = restoreDateTime.orElse(recovery.latest(now));
        if (time.isBefore(recovery.earliest(now)) || time.isAfter(recovery.latest(now))) {
            throw BackupErrors.invalidRestoreTime();
        }
        return time;
    }
}
