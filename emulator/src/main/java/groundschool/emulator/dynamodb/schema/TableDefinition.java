package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.stream.TableStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that is set about a table, as it is stored.
///
/// @param id tells this table from others that had its name
/// @param activeAt when it can be used; until then it is being created
/// @param goneAt when it is gone; present once it is being deleted
/// @param provisionedThroughput zero for a table on demand
/// @param kmsKeyArn absent if the table is encrypted with a key that DynamoDB owns
/// @param pending what the last UpdateTable is, or was, about
/// @param stream the newest, if there ever was one
/// @param onDemandSince when it was last switched to on demand, unless it was created so
public record TableDefinition(
        String name,
        String id,
        Instant createdAt,
        Instant activeAt,
        Optional<Instant> goneAt,
        List<AttributeDefinition> attributes,
        List<KeySchemaElement> keySchema,
        List<GlobalSecondaryIndex> globalIndexes,
        List<LocalSecondaryIndex> localIndexes,
        BillingMode billingMode,
        ProvisionedThroughput provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput,
        Optional<TableClass> tableClass,
        boolean deletionProtected,
        Optional<String> kmsKeyArn,
        List<Tag> tags,
        Optional<PendingUpdate> pending,
        Optional<Instant> onDemandSince,
        Optional<ThroughputHistory> throughputHistory,
        Optional<TimeToLive> timeToLive,
        Optional<TableStream> stream,
        Optional<Recovery> recovery,
        Optional<RestoredFrom> restoredFrom) {

    public TableDefinition {
        attributes = List.copyOf(attributes);
        keySchema = List.copyOf(keySchema);
        globalIndexes = List.copyOf(globalIndexes);
        localIndexes = List.copyOf(localIndexes);
        tags = List.copyOf(tags);
    }

    /// What the table is doing at that time.
    public TableStatus status(Instant now) {
        if (goneAt.isPresent()) {
            return TableStatus.DELETING;
        }
        if (now.isBefore(activeAt)) {
            return TableStatus.CREATING;
        }
        return pending(now).isPresent() ? TableStatus.UPDATING : TableStatus.ACTIVE;
    }

    /// What is still being changed at that time.
    public Optional<PendingUpdate> pending(Instant now) {
        return pending.filter(update -> now.isBefore(update.until()));
    }

    /// Whether nothing is left of the table at that time.
    public boolean isGone(Instant now) {
        return goneAt.isPresent() && !now.isBefore(goneAt.get());
    }

    /// All indexes, global ones first.
    public Stream<SecondaryIndex> indexes() {
        return Stream.concat(globalIndexes.stream(), localIndexes.stream());
    }

    /// The global index of that name.
    public Optional<GlobalSecondaryIndex> globalIndex(String name) {
        return globalIndexes.stream().filter(index -> index.indexName().equals(name)).findFirst();
    }

    /// The type that a key attribute is declared to have.
    public ScalarAttributeType typeOf(String attribute) {
        return attributes.stream()
                .filter(definition -> definition.attributeName().equals(attribute))
                .findFirst()
                .orElseThrow()
                .attributeType();
    }

    /// This table, to be changed.
    public TableChange change() {
        return new TableChange(this);
    }
}
