package groundschool.emulator.dynamodb.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.dynamodb.schema.TableClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A change to the replicas of a table: one of the three is present.
///
/// Source:
/// [ReplicationGroupUpdate](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ReplicationGroupUpdate.html)
public record ReplicationGroupUpdate(
        Optional<Create> create, Optional<Update> update, Optional<Delete> delete) {

    /// Adds a replica.
    public record Create(
            String regionName,
            @JsonProperty("KMSMasterKeyId") Optional<String> kmsMasterKeyId,
            Optional<ReadCapacity> provisionedThroughputOverride,
            Optional<MostReads> onDemandThroughputOverride,
            Optional<List<IndexOverride>> globalSecondaryIndexes,
            Optional<TableClass> tableClassOverride) {

        ReplicaOverrides overrides() {
            return new ReplicaOverrides(
                    provisionedThroughputOverride,
                    onDemandThroughputOverride,
                    globalSecondaryIndexes.orElse(List.of()),
                    tableClassOverride);
        }
    }

    /// Changes settings of a replica's own.
    public record Update(
            String regionName,
            @JsonProperty("KMSMasterKeyId") Optional<String> kmsMasterKeyId,
            Optional<ReadCapacity> provisionedThroughputOverride,
            Optional<MostReads> onDemandThroughputOverride,
            Optional<List<IndexOverride>> globalSecondaryIndexes,
            Optional<TableClass> tableClassOverride) {

        ReplicaOverrides overrides() {
            return new ReplicaOverrides(
                    provisionedThroughputOverride,
                    onDemandThroughputOverride,
                    globalSecondaryIndexes.orElse(List.of()),
                    tableClassOverride);
        }
    }

    /// Deletes a replica with all its items.
    public record Delete(String regionName) {}

    /// What is provisioned for reads.
    public record ReadCapacity(long readCapacityUnits) {}

    /// The most that may be read on demand.
    public record MostReads(long maxReadRequestUnits) {}

    /// What an index of a replica has of its own.
    public record IndexOverride(
            String indexName,
            Optional<ReadCapacity> provisionedThroughputOverride,
            Optional<MostReads> onDemandThroughputOverride) {}

    /// How many of the three are present.
    long actions() {
        return Stream.of(create, update, delete).filter(Optional::isPresent).count();
    }

    /// Where the replica is, or is to be.
    public String region() {
        return create.map(Create::regionName)
                .or(() -> update.map(Update::regionName))
                .or(() -> delete.map(Delete::regionName))
                .orElseThrow();
    }
}
