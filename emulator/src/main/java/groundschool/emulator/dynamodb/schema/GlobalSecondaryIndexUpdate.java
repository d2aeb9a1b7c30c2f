package groundschool.emulator.dynamodb.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A change to the global secondary indexes of a table: one of the three is present.
///
/// Source:
/// [GlobalSecondaryIndexUpdate](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndexUpdate.html)
public record GlobalSecondaryIndexUpdate(
        Optional<GlobalSecondaryIndex> create, Optional<Update> update, Optional<Delete> delete) {

    /// Changes the throughput of an index.
    public record Update(
            String indexName,
            Optional<ProvisionedThroughput> provisionedThroughput,
            Optional<OnDemandThroughput> onDemandThroughput,
            Optional<WarmThroughput> warmThroughput) {}

    /// Deletes an index.
    public record Delete(String indexName) {}

    /// How many of the three are present.
    long actions() {
        return Stream.of(create, update, delete).filter(Optional::isPresent).count();
    }

    /// Which index it is about.
    String indexName() {
        return create.map(GlobalSecondaryIndex::indexName)
                .or(() -> update.map(Update::indexName))
                .or(() -> delete.map(Delete::indexName))
                .orElseThrow();
    }

    /// Whether there are more or fewer indexes after it.
    public boolean isStructural() {
        return update.isEmpty();
    }

    /// The new indexes of several changes.
    static List<GlobalSecondaryIndex> created(List<GlobalSecondaryIndexUpdate> updates) {
        return updates.stream().flatMap(update -> update.create.stream()).toList();
    }
}
