package groundschool.emulator.dynamodb.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groundschool.emulator.dynamodb.replica.GlobalDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A table as answers show it.
///
/// Source:
/// [TableDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html)
///
/// @param itemCount counted for this answer; unlike AWS, which counts about every six hours
/// @param warmThroughput absent while the table is being created, unless the request gave it
public record TableDescription(
        String tableName,
        String tableId,
        String tableArn,
        TableStatus tableStatus,
        Optional<Instant> creationDateTime,
        Optional<List<AttributeDefinition>> attributeDefinitions,
        Optional<List<KeySchemaElement>> keySchema,
        Optional<List<Global>> globalSecondaryIndexes,
        Optional<List<Local>> localSecondaryIndexes,
        Optional<Billing> billingModeSummary,
        Throughput provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<Warm> warmThroughput,
        Optional<StreamSpecification> streamSpecification,
        Optional<String> latestStreamArn,
        Optional<String> latestStreamLabel,
        Optional<Restore> restoreSummary,
        Optional<Storage> tableClassSummary,
        boolean deletionProtectionEnabled,
        @JsonProperty("SSEDescription") Optional<Encryption> sseDescription,
        long itemCount,
        long tableSizeBytes,
        @JsonUnwrapped GlobalDescription global) {

    /// What the table was restored from.
    public record Restore(
            Optional<String> sourceBackupArn,
            String sourceTableArn,
            Instant restoreDateTime,
            boolean restoreInProgress) {}

    /// Encryption with a key of KMS; a table with a key that DynamoDB owns shows none.
    public record Encryption(
            String status,
            @JsonProperty("SSEType") String sseType,
            @JsonProperty("KMSMasterKeyArn") String kmsMasterKeyArn) {}

    /// A global secondary index.
    ///
    /// @param backfilling whether it is being filled from a table that was there before it
    public record Global(
            String indexName,
            String indexArn,
            IndexStatus indexStatus,
            Optional<Boolean> backfilling,
            List<KeySchemaElement> keySchema,
            Projection projection,
            Throughput provisionedThroughput,
            Optional<OnDemandThroughput> onDemandThroughput,
            Optional<Warm> warmThroughput,
            long itemCount,
            long indexSizeBytes) {}

    /// A local secondary index, which lives and dies with its table.
    public record Local(
            String indexName,
            String indexArn,
            List<KeySchemaElement> keySchema,
            Projection projection,
            long itemCount,
            long indexSizeBytes) {}

    /// How the table is paid for; a table that was provisioned from the start has none.
    public record Billing(
            BillingMode billingMode, Optional<Instant> lastUpdateToPayPerRequestDateTime) {}

    /// What is provisioned: zero for a table on demand.
    public record Throughput(
            long readCapacityUnits,
            long writeCapacityUnits,
            long numberOfDecreasesToday,
            Optional<Instant> lastIncreaseDateTime,
            Optional<Instant> lastDecreaseDateTime) {}

    /// What can be taken at once.
    ///
    /// @param status `UPDATING` or `ACTIVE`
    public record Warm(long readUnitsPerSecond, long writeUnitsPerSecond, String status) {}

    /// The table class, if one was asked for.
    public record Storage(@JsonProperty("TableClass") TableClass tableClass) {}
}
