package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.PendingUpdate;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.WarmThroughput;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is set about the capacity of a table or a global index for units of one kind.
///
/// @param provisioned per second; zero on demand
/// @param maximum per second, on demand only
/// @param warm per second, what it was asked to be ready for; else zero
record CapacitySettings(BillingMode mode, long provisioned, OptionalLong maximum, long warm) {

    /// A table's, at that time: what an update provisions counts when the update is done.
    static CapacitySettings of(TableDefinition table, Consumption.Unit unit, Instant now) {
        var throughput =
                table.pending(now)
                        .flatMap(PendingUpdate::throughputBefore)
                        .orElse(table.provisionedThroughput());
        return of(
                table.billingMode(),
                throughput,
                table.onDemandThroughput(),
                table.warmThroughput(),
                unit);
    }

    /// An index's.
    static CapacitySettings of(
            TableDefinition table, GlobalSecondaryIndex index, Consumption.Unit unit) {
        return of(
                table.billingMode(),
                index.provisionedThroughput().orElse(ProvisionedThroughput.NONE),
                index.onDemandThroughput(),
                index.warmThroughput(),
                unit);
    }

    private static CapacitySettings of(
            BillingMode mode,
            ProvisionedThroughput provisioned,
            Optional<OnDemandThroughput> maximum,
            Optional<WarmThroughput> warm,
            Consumption.Unit unit) {
        return switch (unit) {
            case READ ->
                    new CapacitySettings(
                            mode,
                            provisioned.readCapacityUnits(),
                            maximum.map(OnDemandThroughput::maxReadRequestUnits)
                                    .orElse(OptionalLong.empty()),
                            warm.map(WarmThroughput::readUnitsPerSecond)
                                    .orElse(OptionalLong.empty())
                                    .orElse(0));
            case WRITE ->
                    new CapacitySettings(
                            mode,
                            provisioned.writeCapacityUnits(),
                            maximum.map(OnDemandThroughput::maxWriteRequestUnits)
                                    .orElse(OptionalLong.empty()),
                            warm.map(WarmThroughput::writeUnitsPerSecond)
                                    .orElse(OptionalLong.empty())
                                    .orElse(0));
        };
    }
}
