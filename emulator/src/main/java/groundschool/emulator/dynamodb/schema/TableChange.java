package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.dynamodb.stream.TableStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A table's definition while something of it is being changed.
public final class TableChange {

    private final TableDefinition before;
    private String id;
    private Instant createdAt;
    private Instant activeAt;
    private Optional<RestoredFrom> restoredFrom;
    private Optional<Instant> goneAt;
    private List<AttributeDefinition> attributes;
    private List<GlobalSecondaryIndex> globalIndexes;
    private BillingMode billingMode;
    private ProvisionedThroughput provisionedThroughput;
    private Optional<OnDemandThroughput> onDemandThroughput;
    private Optional<WarmThroughput> warmThroughput;
    private Optional<TableClass> tableClass;
    private boolean deletionProtected;
    private Optional<String> kmsKeyArn;
    private List<Tag> tags;
    private Optional<PendingUpdate> pending;
    private Optional<Instant> onDemandSince;
    private Optional<ThroughputHistory> throughputHistory;
    private Optional<TimeToLive> timeToLive;
    private Optional<TableStream> stream;
    private Optional<Recovery> recovery;

    TableChange(TableDefinition before) {
        this.before = before;
        this.id = before.id();
        this.createdAt = before.createdAt();
        this.activeAt = before.activeAt();
        this.restoredFrom = before.restoredFrom();
        this.goneAt = before.goneAt();
        this.attributes = before.attributes();
        this.globalIndexes = before.globalIndexes();
        this.billingMode = before.billingMode();
        this.provisionedThroughput = before.provisionedThroughput();
        this.onDemandThroughput = before.onDemandThroughput();
        this.warmThroughput = before.warmThroughput();
        this.tableClass = before.tableClass();
        this.deletionProtected = before.deletionProtected();
        this.kmsKeyArn = before.kmsKeyArn();
        this.tags = before.tags();
        this.pending = before.pending();
        this.onDemandSince = before.onDemandSince();
        this.throughputHistory = before.throughputHistory();
        this.timeToLive = before.timeToLive();
        this.stream = before.stream();
        this.recovery = before.recovery();
    }

    /// The table as it is to be.
    public TableDefinition done() {
        return new TableDefinition(
                before.name(),
                id,
                createdAt,
                activeAt,
                goneAt,
                attributes,
                before.keySchema(),
                globalIndexes,
                before.localIndexes(),
                billingMode,
                provisionedThroughput,
                onDemandThroughput,
                warmThroughput,
                tableClass,
                deletionProtected,
                kmsKeyArn,
                tags,
                pending,
                onDemandSince,
                throughputHistory,
                timeToLive,
                stream,
                recovery,
                restoredFrom);
    }

    /// Another table, which has of this one what all replicas of a global table have in common.
    public TableChange replica(String otherId, Instant now, Instant active) {
        id = otherId;
        createdAt = now;
        activeAt = active;
        restoredFrom = Optional.empty();
        goneAt = Optional.empty();
        deletionProtected = false;
        tags = List.of();
        pending = Optional.empty();
        throughputHistory = Optional.empty();
        timeToLive = Optional.empty();
        stream = Optional.empty();
        recovery = Optional.empty();
        return this;
    }

    /// On its way out.
    public TableChange goneAt(Instant time) {
        goneAt = Optional.of(time);
        return this;
    }

    /// To be used from then on.
    public TableChange activeAt(Instant time) {
        activeAt = time;
        return this;
    }

    public TableChange attributes(List<AttributeDefinition> definitions) {
        attributes = definitions;
        return this;
    }

    public TableChange globalIndexes(List<GlobalSecondaryIndex> indexes) {
        globalIndexes = indexes;
        return this;
    }

    public TableChange billingMode(BillingMode mode) {
        billingMode = mode;
        return this;
    }

    public TableChange provisionedThroughput(ProvisionedThroughput throughput) {
        provisionedThroughput = throughput;
        return this;
    }

    public TableChange onDemandThroughput(Optional<OnDemandThroughput> maximum) {
        onDemandThroughput = maximum;
        return this;
    }

    public TableChange warmThroughput(WarmThroughput throughput) {
        warmThroughput = Optional.of(throughput);
        return this;
    }

    public TableChange tableClass(TableClass given) {
        tableClass = Optional.of(given);
        return this;
    }

    public TableChange deletionProtected(boolean isProtected) {
        deletionProtected = isProtected;
        return this;
    }

    public TableChange kmsKeyArn(Optional<String> arn) {
        kmsKeyArn = arn;
        return this;
    }

    public TableChange tags(List<Tag> all) {
        tags = all;
        return this;
    }

    public TableChange pending(PendingUpdate update) {
        pending = Optional.of(update);
        return this;
    }

    public TableChange onDemandSince(Instant time) {
        onDemandSince = Optional.of(time);
        return this;
    }

    public TableChange throughputHistory(ThroughputHistory history) {
        throughputHistory = Optional.of(history);
        return this;
    }

    public TableChange timeToLive(TimeToLive setting) {
        timeToLive = Optional.of(setting);
        return this;
    }

    public TableChange stream(TableStream newest) {
        stream = Optional.of(newest);
        return this;
    }

    public TableChange recovery(Optional<Recovery> setting) {
        recovery = setting;
        return this;
    }
}
