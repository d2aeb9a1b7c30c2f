package groundschool.emulator.dynamodb.capacity;

import java.util.Map;
import java.util.Optional;

/// The capacity that an operation took of one table, as answers show it.
///
/// Source:
/// [ConsumedCapacity](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html)
///
/// @param capacityUnits of the table and its indexes together
/// @param table present with `INDEXES` only, as are the indexes
public record ConsumedCapacity(
        String tableName,
        double capacityUnits,
        Optional<Capacity> table,
        Optional<Map<String, Capacity>> localSecondaryIndexes,
        Optional<Map<String, Capacity>> globalSecondaryIndexes) {

    /// The units of a table or an index alone.
    public record Capacity(double capacityUnits) {}
}
