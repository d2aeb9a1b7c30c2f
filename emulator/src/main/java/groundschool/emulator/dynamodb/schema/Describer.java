package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.replica.GlobalDescription;
import groundschool.emulator.dynamodb.schema.TableDescription.Billing;
import groundschool.emulator.dynamodb.schema.TableDescription.Encryption;
import groundschool.emulator.dynamodb.schema.TableDescription.Global;
import groundschool.emulator.dynamodb.schema.TableDescription.Local;
import groundschool.emulator.dynamodb.schema.TableDescription.Restore;
import groundschool.emulator.dynamodb.schema.TableDescription.Storage;
import groundschool.emulator.dynamodb.schema.TableDescription.Throughput;
import groundschool.emulator.dynamodb.schema.TableDescription.Warm;
import groundschool.emulator.dynamodb.stream.TableStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Describes a table in exactly the members that each operation's real answer has.
///
/// @param arn of the table
/// @param now when the question is asked
/// @param items how many the table holds, and their bytes
/// @param entries how many an index of that name holds, and their bytes
/// @param global what there is to be shown of its replicas
public record Describer(
        TableDefinition table,
        String arn,
        Instant now,
        Count items,
        Function<String, Count> entries,
        GlobalDescription global) {

    /// Describes a table that is in one Region only.
    public Describer(
            TableDefinition table,
            String arn,
            Instant now,
            Count items,
            Function<String, Count> entries) {
        this(table, arn, now, items, entries, GlobalDescription.NONE);
    }

    /// The same with the table's replicas.
    public Describer global(GlobalDescription replicas) {
        return new Describer(table, arn, now, items, entries, replicas);
    }

    /// @param sizeBytes of all of them together
    public record Count(long items, long sizeBytes) {

        /// Nothing at all.
        public static final Count NONE = new Count(0, 0);
    }

    /// What CreateTable answers.
    public TableDescription created() {
        return describe(
                TableStatus.CREATING,
                Optional.empty(),
                billing(Optional.empty()),
                table.warmThroughput().map(asked -> warm(asked, throughput(), "UPDATING")));
    }

    /// What DescribeTable answers.
    public TableDescription described() {
        return described(table.status(now), table.pending(now));
    }

    /// What UpdateTable answers: the update is under way, however soon it is over.
    public TableDescription updated() {
        return described(TableStatus.UPDATING, table.pending());
    }

    private TableDescription described(TableStatus status, Optional<PendingUpdate> pending) {
        return describe(
                status,
                pending,
                billing(Optional.of(table.createdAt())),
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
                billing(Optional.of(table.createdAt())),
                throughput(Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                table.deletionProtected(),
                encryption(Optional.empty()),
                items.items(),
                items.sizeBytes(),
                global);
    }

    private TableDescription describe(
            TableStatus status,
            Optional<PendingUpdate> pending,
            Optional<Billing> billing,
            Optional<Warm> warm) {
        var indexes =
                Stream.concat(
                        table.globalIndexes().stream()
                                .map(index -> global(index, status(index, status, pending), warm)),
                        pending.flatMap(PendingUpdate::leaving).stream()
                                .map(index -> global(index, IndexStatus.DELETING, warm)));
        return new TableDescription(
                table.name(),
                table.id(),
                arn,
                status,
                Optional.of(table.createdAt()),
                Optional.of(table.attributes()),
                Optional.of(table.keySchema()),
                unlessEmpty(indexes.toList()),
                unlessEmpty(table.localIndexes().stream().map(this::local).toList()),
                billing,
                throughput(pending),
                table.onDemandThroughput(),
                warm,
                table.stream()
                        .filter(TableStream::enabled)
                        .map(stream ->
                                new StreamSpecification(true, Optional.of(stream.viewType()))),
                table.stream().map(stream -> arn + "/stream/" + stream.label()),
                table.stream().map(TableStream::label),
                table.restoredFrom()
                        .map(from ->
                                new Restore(
                                        from.backupArn(),
                                        from.tableArn(),
                                        from.at(),
                                        status == TableStatus.CREATING)),
                table.tableClass().map(Storage::new),
                table.deletionProtected(),
                encryption(pending),
                items.items(),
                items.sizeBytes(),
                global);
    }

    private static IndexStatus status(
            GlobalSecondaryIndex index, TableStatus table, Optional<PendingUpdate> pending) {
        return switch (table) {
            case CREATING -> IndexStatus.CREATING;
            case DELETING -> IndexStatus.DELETING;
            case UPDATING, ACTIVE ->
                    pending.map(update -> update.status(index.indexName()))
                            .orElse(IndexStatus.ACTIVE);
        };
    }

    private Global global(
            GlobalSecondaryIndex index, IndexStatus status, Optional<Warm> described) {
        var throughput = index.provisionedThroughput().orElse(ProvisionedThroughput.NONE);
        var isThere = table.globalIndex(index.indexName()).isPresent();
        var count = isThere ? entries.apply(index.indexName()) : Count.NONE;
        return new Global(
                index.indexName(),
                arn + "/index/" + index.indexName(),
                status,
                status == IndexStatus.CREATING && now.isAfter(table.activeAt())
                        ? Optional.of(true)
                        : Optional.empty(),
                index.keySchema(),
                index.projection(),
                described(throughput, index.indexName()),
                index.onDemandThroughput(),
                described.isPresent() && status != IndexStatus.CREATING
                        ? Optional.of(warm(index.warmThroughput(), throughput))
                        : index.warmThroughput().map(asked -> warm(asked, throughput, "UPDATING")),
                count.items(),
                count.sizeBytes());
    }

    private Throughput described(ProvisionedThroughput provisioned, String index) {
        var history = table.throughputHistory().orElse(ThroughputHistory.NONE).ofIndex(index);
        return new Throughput(
                provisioned.readCapacityUnits(),
                provisioned.writeCapacityUnits(),
                history.decreasesOn(now),
                history.lastIncrease(),
                history.lastDecrease());
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

    /// A table that has always been provisioned shows nothing.
    ///
    /// @param since when a table that was created on demand became so, if that is shown
    private Optional<Billing> billing(Optional<Instant> since) {
        return switch (table.billingMode()) {
            case PAY_PER_REQUEST ->
                    Optional.of(
                            new Billing(
                                    BillingMode.PAY_PER_REQUEST,
                                    table.onDemandSince().or(() -> since)));
            case PROVISIONED ->
                    table.onDemandSince()
                            .map(time -> new Billing(BillingMode.PROVISIONED, Optional.of(time)));
        };
    }

    private Throughput throughput(Optional<PendingUpdate> pending) {
        var shown = pending.flatMap(PendingUpdate::throughputBefore).orElse(throughput());
        var history = table.throughputHistory().orElse(ThroughputHistory.NONE);
        return new Throughput(
                shown.readCapacityUnits(),
                shown.writeCapacityUnits(),
                history.decreasesOn(now),
                history.lastIncrease(),
                history.lastDecrease());
    }

    private Optional<Encryption> encryption(Optional<PendingUpdate> pending) {
        return pending.flatMap(PendingUpdate::kmsKeyBefore)
                .map(arn -> new Encryption("UPDATING", "KMS", arn))
                .or(() -> table.kmsKeyArn().map(arn -> new Encryption("ENABLED", "KMS", arn)));
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
