package groundschool.emulator.dynamodb.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.MostReads;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.ReadCapacity;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.util.List;
import java.util.Optional;

/// What answers show of a table as part of a global table: nothing at all if it is none.
///
/// @param replicas the others, never the table itself
public record GlobalDescription(
        Optional<String> globalTableVersion,
        Optional<List<ReplicaDescription>> replicas,
        Optional<String> globalTableSettingsReplicationMode) {

    /// Of a table that is in one Region only.
    public static final GlobalDescription NONE =
            new GlobalDescription(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String VERSION = "2019.11.21";
    static final String MODE = "ENABLED_WITH_OVERRIDES";

    static GlobalDescription of(List<ReplicaDescription> replicas) {
        return new GlobalDescription(
                Optional.of(VERSION), Optional.of(replicas), Optional.of(MODE));
    }

    /// Another replica, as seen from this one.
    ///
    /// Source:
    /// [ReplicaDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ReplicaDescription.html)
    ///
    /// @param provisionedThroughputOverride present if it is not what this one has; so are the
    ///   other overrides
    public record ReplicaDescription(
            String regionName,
            String replicaStatus,
            @JsonProperty("KMSMasterKeyId") Optional<String> kmsMasterKeyId,
            Optional<ReadCapacity> provisionedThroughputOverride,
            Optional<MostReads> onDemandThroughputOverride,
            Optional<TableDescription.Warm> warmThroughput,
            Optional<List<IndexDescription>> globalSecondaryIndexes,
            Optional<TableDescription.Storage> replicaTableClassSummary,
            String globalTableSettingsReplicationMode) {}

    /// An index of another replica.
    public record IndexDescription(
            String indexName,
            Optional<ReadCapacity> provisionedThroughputOverride,
            Optional<MostReads> onDemandThroughputOverride,
            Optional<TableDescription.Warm> warmThroughput) {}
}
