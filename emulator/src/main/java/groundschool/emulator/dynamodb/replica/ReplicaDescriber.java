package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.dynamodb.replica.GlobalDescription.IndexDescription;
import groundschool.emulator.dynamodb.replica.GlobalDescription.ReplicaDescription;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.MostReads;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.ReadCapacity;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.Describer;
import groundschool.emulator.dynamodb.schema.Describer.Count;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableDescription;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Describes a replica as another one shows it.
///
/// @param here the one that is asked
/// @param there the one that is shown
record ReplicaDescriber(TableDefinition here, TableDefinition there, Instant now) {

    ReplicaDescription in(String region) {
        var described = new Describer(there, "", now, Count.NONE, _ -> Count.NONE).described();
        return new ReplicaDescription(
                region,
                there.status(now).name(),
                there.kmsKeyArn(),
                here.billingMode() == BillingMode.PROVISIONED
                        ? reads(here.provisionedThroughput(), there.provisionedThroughput())
                        : Optional.empty(),
                mostReads(here.onDemandThroughput(), there.onDemandThroughput()),
                described.warmThroughput(),
                described
                        .globalSecondaryIndexes()
                        .map(indexes -> indexes.stream().map(this::index).toList()),
                there.tableClass().map(TableDescription.Storage::new),
                GlobalDescription.MODE);
    }

    private IndexDescription index(TableDescription.Global described) {
        var mine = here.globalIndex(described.indexName());
        var other = there.globalIndex(described.indexName());
        return new IndexDescription(
                described.indexName(),
                mine.flatMap(GlobalSecondaryIndex::provisionedThroughput)
                        .flatMap(own ->
                                other.flatMap(GlobalSecondaryIndex::provisionedThroughput)
                                        .flatMap(its -> reads(own, its))),
                mostReads(
                        mine.flatMap(GlobalSecondaryIndex::onDemandThroughput),
                        other.flatMap(GlobalSecondaryIndex::onDemandThroughput)),
                described.warmThroughput());
    }

    private static Optional<ReadCapacity> reads(
            ProvisionedThroughput own, ProvisionedThroughput other) {
        return own.readCapacityUnits() == other.readCapacityUnits()
                ? Optional.empty()
                : Optional.of(new ReadCapacity(other.readCapacityUnits()));
    }

    private static Optional<MostReads> mostReads(
            Optional<OnDemandThroughput> own, Optional<OnDemandThroughput> other) {
        var reads = other.map(OnDemandThroughput::maxReadRequestUnits).orElse(OptionalLong.empty());
        var ownReads =
                own.map(OnDemandThroughput::maxReadRequestUnits).orElse(OptionalLong.empty());
        return reads.isEmpty() || reads.equals(ownReads)
                ? Optional.empty()
                : Optional.of(new MostReads(reads.getAsLong()));
    }
}
