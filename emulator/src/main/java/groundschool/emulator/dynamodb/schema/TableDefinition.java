package groundschool.emulator.dynamodb.schema;

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
        List<Tag> tags) {

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
        return now.isBefore(activeAt) ? TableStatus.CREATING : TableStatus.ACTIVE;
    }

    /// Whether nothing is left of the table at that time.
    public boolean isGone(Instant now) {
        return goneAt.isPresent() && !now.isBefore(goneAt.get());
    }

    /// This table, on its way out.
    public TableDefinition goingAt(Instant time) {
        return new TableDefinition(
                name,
                id,
                createdAt,
                activeAt,
                Optional.of(time),
                attributes,
                keySchema,
                globalIndexes,
                localIndexes,
                billingMode,
                provisionedThroughput,
                onDemandThroughput,
                warmThroughput,
                tableClass,
                deletionProtected,
                kmsKeyArn,
                tags);
    }

    /// All indexes, global ones first.
    public Stream<SecondaryIndex> indexes() {
        return Stream.concat(globalIndexes.stream(), localIndexes.stream());
    }

    /// The type that a key attribute is declared to have.
    public ScalarAttributeType typeOf(String attribute) {
        return attributes.stream()
                .filter(definition -> definition.attributeName().equals(attribute))
                .findFirst()
                .orElseThrow()
                .attributeType();
    }
}
