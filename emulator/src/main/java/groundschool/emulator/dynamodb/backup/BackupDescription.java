package groundschool.emulator.dynamodb.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.backup.Backup.BackupStatus;
import groundschool.emulator.dynamodb.backup.Backup.BackupType;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.Projection;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableDescription.Encryption;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import groundschool.emulator.dynamodb.stream.TableStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A backup as answers show it.
///
/// Source:
/// [BackupDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BackupDescription.html)
public record BackupDescription(
        BackupDetails backupDetails,
        SourceTableDetails sourceTableDetails,
        SourceTableFeatureDetails sourceTableFeatureDetails) {

    /// What is said of the backup itself.
    public record BackupDetails(
            String backupArn,
            String backupName,
            long backupSizeBytes,
            BackupStatus backupStatus,
            BackupType backupType,
            Instant backupCreationDateTime,
            Optional<Instant> backupExpiryDateTime) {}

    /// The table as it was.
    public record SourceTableDetails(
            String tableName,
            String tableId,
            String tableArn,
            long tableSizeBytes,
            List<KeySchemaElement> keySchema,
            Instant tableCreationDateTime,
            ProvisionedThroughput provisionedThroughput,
            Optional<OnDemandThroughput> onDemandThroughput,
            long itemCount,
            BillingMode billingMode) {}

    /// What the table had, each if it had it.
    public record SourceTableFeatureDetails(
            Optional<List<Index>> localSecondaryIndexes,
            Optional<List<Index>> globalSecondaryIndexes,
            Optional<StreamSpecification> streamDescription,
            Optional<Expiry> timeToLiveDescription,
            @JsonProperty("SSEDescription") Optional<Encryption> sseDescription) {}

    /// @param provisionedThroughput of a global index
    public record Index(
            String indexName,
            List<KeySchemaElement> keySchema,
            Projection projection,
            Optional<ProvisionedThroughput> provisionedThroughput,
            Optional<OnDemandThroughput> onDemandThroughput) {}

    /// Time to live, as it was set.
    public record Expiry(String timeToLiveStatus, String attributeName) {}

    /// What DescribeBackup answers.
    public static BackupDescription of(Backup backup, Call call) {
        return of(backup, backup.status(call.now()));
    }

    /// What DeleteBackup answers.
    public static BackupDescription ofDeleted(Backup backup) {
        return of(backup, BackupStatus.DELETED);
    }

    private static BackupDescription of(Backup backup, BackupStatus status) {
        var table = backup.table();
        return new BackupDescription(
                details(backup, status),
                new SourceTableDetails(
                        table.name(),
                        table.id(),
                        backup.tableArn(),
                        backup.sizeBytes(),
                        table.keySchema(),
                        table.createdAt(),
                        table.provisionedThroughput(),
                        table.onDemandThroughput(),
                        backup.itemCount(),
                        table.billingMode()),
                features(backup));
    }

    /// What CreateBackup answers.
    public static BackupDetails details(Backup backup, BackupStatus status) {
        return new BackupDetails(
                backup.arn(),
                backup.name(),
                backup.sizeBytes(),
                status,
                backup.type(),
                backup.createdAt(),
                backup.expiresAt());
    }

    private static SourceTableFeatureDetails features(Backup backup) {
        var table = backup.table();
        return new SourceTableFeatureDetails(
                unlessEmpty(
                        table.localIndexes().stream()
                                .map(index ->
                                        new Index(
                                                index.indexName(),
                                                index.keySchema(),
                                                index.projection(),
                                                Optional.empty(),
                                                Optional.empty()))
                                .toList()),
                unlessEmpty(
                        table.globalIndexes().stream()
                                .map(index ->
                                        new Index(
                                                index.indexName(),
                                                index.keySchema(),
                                                index.projection(),
                                                index.provisionedThroughput(),
                                                index.onDemandThroughput()))
                                .toList()),
                table.stream()
                        .filter(TableStream::enabled)
                        .map(stream ->
                                new StreamSpecification(true, Optional.of(stream.viewType()))),
                table.timeToLive()
                        .filter(TimeToLive::enabled)
                        .map(setting -> new Expiry("ENABLED", setting.attribute())),
                table.kmsKeyArn().map(arn -> new Encryption("ENABLED", "KMS", arn)));
    }

    private static <T> Optional<List<T>> unlessEmpty(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
