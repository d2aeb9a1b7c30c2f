package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a request wants changed about a table.
///
/// Source:
/// [UpdateTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html)
///
/// @param attributes of the keys of new indexes
/// @param replicas that are added, changed or deleted
public record TableUpdate(
        Optional<List<AttributeDefinition>> attributes,
        Optional<BillingMode> billingMode,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput,
        List<GlobalSecondaryIndexUpdate> indexes,
        Optional<StreamSpecification> stream,
        Optional<SseSpecification> encryption,
        Optional<TableClass> tableClass,
        Optional<Boolean> deletionProtection,
        List<ReplicationGroupUpdate> replicas) {

    public TableUpdate {
        indexes = List.copyOf(indexes);
        replicas = List.copyOf(replicas);
        onDemandThroughput = onDemandThroughput.filter(maximum -> !maximum.limitsNothing());
    }

    /// How many settings it is about.
    public long concerns() {
        return Stream.of(
                                billingMode,
                                provisionedThroughput,
                                onDemandThroughput,
                                warmThroughput,
                                stream,
                                encryption,
                                tableClass,
                                deletionProtection)
                        .filter(Optional::isPresent)
                        .count()
                + (indexes.isEmpty() ? 0 : 1)
                + (replicas.isEmpty() ? 0 : 1);
    }

    /// Whether indexes are created or deleted.
    boolean isStructural() {
        return indexes.stream().anyMatch(GlobalSecondaryIndexUpdate::isStructural);
    }

    /// Whether the table's own capacity becomes another.
    boolean changesCapacity() {
        return provisionedThroughput.isPresent()
                || billingMode.equals(Optional.of(BillingMode.PROVISIONED));
    }

    /// Whether what is provisioned changes, of the table or of its indexes.
    boolean isAboutThroughput() {
        return provisionedThroughput.isPresent() || !indexes.isEmpty();
    }

    /// What is changed about the throughput of that index.
    Optional<GlobalSecondaryIndexUpdate.Update> ofIndex(String name) {
        return indexes.stream()
                .flatMap(change -> change.update().stream())
                .filter(update -> update.indexName().equals(name))
                .findFirst();
    }
}
