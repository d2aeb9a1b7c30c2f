package groundschool.emulator.dynamodb.schema;

import java.util.List;
import java.util.Optional;

/// A global secondary index as a request defines it: a key of its own over the whole table.
///
/// Source:
/// [GlobalSecondaryIndex](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndex.html)
public record GlobalSecondaryIndex(
        String indexName,
        List<KeySchemaElement> keySchema,
        Projection projection,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput)
        implements SecondaryIndex {

    public GlobalSecondaryIndex {
        keySchema = List.copyOf(keySchema);
    }
}
