package groundschool.emulator.dynamodb.schema;

import java.util.List;

/// A local secondary index as a request defines it: the table's partition key with another sort
/// key.
///
/// Source:
/// [LocalSecondaryIndex](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_LocalSecondaryIndex.html)
public record LocalSecondaryIndex(
        String indexName, List<KeySchemaElement> keySchema, Projection projection)
        implements SecondaryIndex {

    public LocalSecondaryIndex {
        keySchema = List.copyOf(keySchema);
    }
}
