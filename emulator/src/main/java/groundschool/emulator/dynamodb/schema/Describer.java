package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.schema.TableDescription.Billing;
import groundschool.emulator.dynamodb.schema.TableDescription.Encryption;
import groundschool.emulator.dynamodb.schema.TableDescription.Global;
import groundschool.emulator.dynamodb.schema.TableDescription.Local;
import groundschool.emulator.dynamodb.schema.TableDescription.Storage;
import groundschool.emulator.dynamodb.schema.TableDescription.Throughput;
import groundschool.emulator.dynamodb.schema.TableDescription.Warm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Describes a table in exactly the members that each operation's real answer has.
///
/// @param arn of the table
/// @param items how many the table holds, and their bytes
/// @param entries how many an index of that name holds, and their bytes
public record Describer(
        TableDefinition table, String arn, Count items, Function<String, Count> entries) {

    /// @param sizeBytes of all of them together
    public record Count(long items, long sizeBytes) {

        /// Nothing at all.
        public static final Count NONE = new Count(0, 0);
    }

    /// What CreateTable answers.
    public TableDescription created() {
        return describe(
                TableStatus.CREATING,
                onDemand(Optional.empty()),
                table.warmThroughput().map(asked -> warm(asked, throughput(), "UPDATING")));
    }

    /// What DescribeTable answers.
    public TableDescription described(TableStatus status) {
        return describe(
                status,
                onDemand(Optional.of(table.createdAt())),
                Optional.of(warm(table.warmThroughput(), throughput())));
    }

    /// What DeleteTable answers: less than the others.
    public TableDescription deleted() {
        return new TableDescription(
                table.name(),
                table.id(),
                arn,
                TableStatus.DELETING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                onDemand(Optional.of(table.createdAt())),
                Throughput.of(throughput()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                table.deletionProtected(),
                encryption(),
                items.items(),
                items.sizeBytes());
    }

    private TableDescription describe(
            TableStatus status, Optional<Billing> billing, Optional<Warm> warm) {
        return new TableDescription(
                table.name(),
                table.id(),
                arn,
                status,
                Optional.of(table.createdAt()),
                Optional.of(table.attributes()),
                Optional.of(table.keySchema()),
                unlessEmpty(
                        table.globalIndexes().stream()
                                .map(index -> global(index, status, warm.isPresent()))
                                .toList()),
                unlessEmpty(table.localIndexes().stream().map(this::local).toList()),
                billing,
                Throughput.of(throughput()),
                table.onDemandThroughput(),
                warm,
                table.tableClass().map(Storage::new),
                table.deletionProtected(),
                encryption(),
                items.items(),
                items.sizeBytes());
    }

    private Global global(GlobalSecondaryIndex index, TableStatus status, boolean described) {
        var throughput = index.provisionedThroughput().orElse(ProvisionedThroughput.NONE);
        var count = entries.apply(index.indexName());
        return new Global(
                index.indexName(),
                arn + "/index/" + index.indexName(),
                status,
                index.keySchema(),
                index.projection(),
                Throughput.of(throughput),
                index.onDemandThroughput(),
                described && status != TableStatus.CREATING
                        ? Optional.of(warm(index.warmThroughput(), throughput))
                        : index.warmThroughput().map(asked -> warm(asked, throughput, "UPDATING")),
                count.items(),
                count.sizeBytes());
    }

    private Local local(LocalSecondaryIndex index) {
        var count = entries.apply(index.indexName());
        return new Local(
                index.indexName(),
                arn + "/index/" + index.indexName(),
                index.keySchema(),
                index.projection(),
                count.items(),
                count.sizeBytes());
    }

    private Optional<Billing> onDemand(Optional<java.time.Instant> since) {
        return table.billingMode() == BillingMode.PAY_PER_REQUEST
                ? Optional.of(new Billing(BillingMode.PAY_PER_REQUEST, since))
                : Optional.empty();
    }

    private Optional<Encryption> encryption() {
        return table.kmsKeyArn().map(arn -> new Encryption("ENABLED", "KMS", arn));
    }

    private ProvisionedThroughput throughput() {
        return table.provisionedThroughput();
    }

    private Warm warm(Optional<WarmThroughput> asked, ProvisionedThroughput provisioned) {
        return asked.map(given -> warm(given, provisioned, "ACTIVE"))
                .orElseGet(() ->
                        new Warm(
                                InitialThroughput.read(table.billingMode(), provisioned),
                                InitialThroughput.write(table.billingMode(), provisioned),
                                "ACTIVE"));
    }

    private Warm warm(WarmThroughput asked, ProvisionedThroughput provisioned, String status) {
        return new Warm(
                asked.readUnitsPerSecond()
                        .orElse(InitialThroughput.read(table.billingMode(), provisioned)),
                asked.writeUnitsPerSecond()
                        .orElse(InitialThroughput.write(table.billingMode(), provisioned)),
                status);
    }

    private static <T> Optional<List<T>> unlessEmpty(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
