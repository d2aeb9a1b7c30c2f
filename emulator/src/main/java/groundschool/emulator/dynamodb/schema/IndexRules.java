package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the service asks of a table's secondary indexes, in its words and order.
///
/// Source: [Quotas of secondary
/// indexes](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-secondary-indexes)
final class IndexRules {

    private static final int LOCAL_LIMIT = 5;
    static final int GLOBAL_LIMIT = 20;
    private static final int PROJECTED_LIMIT = 100;

    private IndexRules() {}

    static void checkLocal(
            List<LocalSecondaryIndex> indexes,
            List<KeySchemaElement> tableKey,
            List<AttributeDefinition> definitions,
            Set<String> names) {
        if (indexes.isEmpty()) {
            throw invalidParameters("List of LocalSecondaryIndexes is empty");
        }
        if (tableKey.size() < 2) {
            throw invalidParameters(
                    "Table KeySchema does not have a range key, which is required when specifying a"
                            + " LocalSecondaryIndex");
        }
        for (var index : indexes) {
            KeyRules.checkDefined(index.keySchema(), definitions);
            KeyRules.checkShape(index.keySchema());
            if (index.keySchema().size() < 2) {
                throw invalidParameters(
                        "Index KeySchema does not have a range key for index: "
                                + index.indexName());
            }
            checkPartitionKey(index, tableKey);
            checkProjection(index.projection());
            checkName(index.indexName(), names);
        }
        if (indexes.size() > LOCAL_LIMIT) {
            throw invalidParameters(
                    "Number of LocalSecondaryIndexes exceeds per-table limit of " + LOCAL_LIMIT);
        }
    }

    private static void checkPartitionKey(
            LocalSecondaryIndex index, List<KeySchemaElement> tableKey) {
        var ofIndex = KeyRules.partitionKey(index.keySchema());
        var ofTable = KeyRules.partitionKey(tableKey);
        if (!ofIndex.equals(ofTable)) {
            throw invalidParameters(
                    "Index KeySchema does not have the same leading hash key as table KeySchema for"
                            + " index: %s. index hash key: %s, table hash key: %s"
                                    .formatted(index.indexName(), ofIndex, ofTable));
        }
    }

    static void checkGlobal(
            List<GlobalSecondaryIndex> indexes,
            List<AttributeDefinition> definitions,
            BillingMode billing,
            Set<String> names) {
        if (indexes.isEmpty()) {
            throw invalidParameters("List of GlobalSecondaryIndexes is empty");
        }
        for (var index : indexes) {
            KeyRules.checkDefined(index.keySchema(), definitions);
            KeyRules.checkShapeOfGlobal(index.keySchema());
            checkProjection(index.projection());
            ThroughputRules.checkIndex(index, billing);
            checkName(index.indexName(), names);
        }
        if (indexes.size() > GLOBAL_LIMIT) {
            throw invalidParameters(
                    "GlobalSecondaryIndex count exceeds the per-table limit of " + GLOBAL_LIMIT);
        }
    }

    static void checkProjectedAttributes(List<? extends SecondaryIndex> indexes) {
        int projected =
                indexes.stream()
                        .mapToInt(index ->
                                index.projection().nonKeyAttributes().map(List::size).orElse(0))
                        .sum();
        if (projected > PROJECTED_LIMIT) {
            throw invalidParameters(
                    "Number of NonKeyAttributes projected on all secondary indexes exceeds the"
                            + " limit of "
                            + PROJECTED_LIMIT);
        }
    }

    private static void checkProjection(Projection projection) {
        if (projection.projectionType().isEmpty()) {
            throw invalidParameters("Unknown ProjectionType: null");
        }
        var type = projection.projectionType().get();
        var attributes = projection.nonKeyAttributes();
        if (type == ProjectionType.INCLUDE) {
            if (attributes.isEmpty()) {
                throw invalidParameters(
                        "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
            }
            var seen = new HashSet<String>();
            for (var attribute : attributes.get()) {
                if (!seen.add(attribute)) {
                    throw invalidParameters("Duplicate value in NonKeyAttributes: " + attribute);
                }
            }
        } else if (attributes.isPresent()) {
            throw invalidParameters(
                    "ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
    }

    private static void checkName(String name, Set<String> names) {
        if (!names.add(name)) {
            throw invalidParameters("Duplicate index name: " + name);
        }
    }
}
