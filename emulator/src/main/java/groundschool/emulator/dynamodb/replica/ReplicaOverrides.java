package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.IndexOverride;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.MostReads;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.ReadCapacity;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.TableClass;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a replica has of its own: how much can be read from it, and its table class. All else is
/// the same in all replicas, or belongs to the Region altogether.
///
/// @param indexes an index that the table lacks is passed over, as on AWS
record ReplicaOverrides(
        Optional<ReadCapacity> reads,
        Optional<MostReads> mostReads,
        List<IndexOverride> indexes,
        Optional<TableClass> tableClass) {

    ReplicaOverrides {
        indexes = List.copyOf(indexes);
    }

    /// Whether nothing is said at all.
    boolean isEmpty() {
        return reads.isEmpty()
                && mostReads.isEmpty()
                && tableClass.isEmpty()
                && indexes.stream()
                        .allMatch(index ->
                                index.provisionedThroughputOverride().isEmpty()
                                        && index.onDemandThroughputOverride().isEmpty());
    }

    /// @throws groundschool.emulator.AwsException if the table is paid for in another way
    void check(TableDefinition table) {
        boolean isProvisioned = table.billingMode() == BillingMode.PROVISIONED;
        boolean setsReads =
                reads.isPresent()
                        || indexes.stream()
                                .anyMatch(
                                        index -> index.provisionedThroughputOverride().isPresent());
        boolean setsMostReads =
                mostReads.isPresent()
                        || indexes.stream()
                                .anyMatch(index -> index.onDemandThroughputOverride().isPresent());
        if (setsReads && !isProvisioned) {
            throw DynamoDbErrors.validation(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                            + " BillingMode is PAY_PER_REQUEST");
        }
        if (setsMostReads && isProvisioned) {
            throw DynamoDbErrors.validation(
                    "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table"
                            + " BillingMode is PROVISIONED");
        }
    }

    /// The replica with these. What does not go with the way in which the table is paid for is
    /// passed over, as on AWS when a replica is added.
    TableDefinition on(TableDefinition table) {
        var change = table.change();
        if (table.billingMode() == BillingMode.PROVISIONED) {
            change.provisionedThroughput(read(table.provisionedThroughput(), reads));
        } else {
            change.onDemandThroughput(most(table.onDemandThroughput(), mostReads));
        }
        tableClass.ifPresent(change::tableClass);
        return change.globalIndexes(table.globalIndexes().stream().map(this::on).toList()).done();
    }

    private GlobalSecondaryIndex on(GlobalSecondaryIndex index) {
        var override =
                indexes.stream()
                        .filter(each -> each.indexName().equals(index.indexName()))
                        .findFirst();
        return new GlobalSecondaryIndex(
                index.indexName(),
                index.keySchema(),
                index.projection(),
                index.provisionedThroughput()
                        .map(current ->
                                read(
                                        current,
                                        override.flatMap(
                                                IndexOverride::provisionedThroughputOverride))),
                most(
                        index.onDemandThroughput(),
                        override.flatMap(IndexOverride::onDemandThroughputOverride)),
                index.warmThroughput());
    }

    private static ProvisionedThroughput read(
            ProvisionedThroughput current, Optional<ReadCapacity> override) {
        return override.map(given ->
                        new ProvisionedThroughput(
                                given.readCapacityUnits(), current.writeCapacityUnits()))
                .orElse(current);
    }

    private static Optional<OnDemandThroughput> most(
            Optional<OnDemandThroughput> current, Optional<MostReads> override) {
        if (override.isEmpty()) {
            return current;
        }
        long reads = override.get().maxReadRequestUnits();
        var merged =
                new OnDemandThroughput(
                        reads == -1 ? OptionalLong.empty() : OptionalLong.of(reads),
                        current.map(OnDemandThroughput::maxWriteRequestUnits)
                                .orElse(OptionalLong.empty()));
        return Optional.of(merged).filter(maximum -> !maximum.limitsNothing());
    }
}
