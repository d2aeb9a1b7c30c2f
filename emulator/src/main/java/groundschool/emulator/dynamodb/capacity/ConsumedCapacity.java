package groundschool.emulator.dynamodb.capacity;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The capacity that an operation took of one table, as answers show it.
///
/// Source:
/// [ConsumedCapacity](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html)
///
/// @param capacityUnits of the table and its indexes together
/// @param readCapacityUnits present in answers of transactions only
/// @param writeCapacityUnits present in answers of transactions only
/// @param table present with `INDEXES` only, as are the indexes
public record ConsumedCapacity(
        String tableName,
        double capacityUnits,
        OptionalDouble readCapacityUnits,
        OptionalDouble writeCapacityUnits,
        Optional<Capacity> table,
        Optional<Map<String, Capacity>> localSecondaryIndexes,
        Optional<Map<String, Capacity>> globalSecondaryIndexes) {

    static ConsumedCapacity of(String tableName, Capacity total) {
        return new ConsumedCapacity(
                tableName,
                total.capacityUnits,
                total.readCapacityUnits,
                total.writeCapacityUnits,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same with the parts that it consists of.
    ConsumedCapacity with(
            Capacity table,
            Optional<Map<String, Capacity>> local,
            Optional<Map<String, Capacity>> global) {
        return new ConsumedCapacity(
                tableName,
                capacityUnits,
                readCapacityUnits,
                writeCapacityUnits,
                Optional.of(table),
                local,
                global);
    }

    /// The units of a table or an index alone.
    public record Capacity(
            double capacityUnits,
            OptionalDouble readCapacityUnits,
            OptionalDouble writeCapacityUnits) {

        static Capacity of(double units) {
            return new Capacity(units, OptionalDouble.empty(), OptionalDouble.empty());
        }

        static Capacity ofReads(double units) {
            return new Capacity(units, OptionalDouble.of(units), OptionalDouble.empty());
        }

        static Capacity ofWrites(double units) {
            return new Capacity(units, OptionalDouble.empty(), OptionalDouble.of(units));
        }
    }
}
