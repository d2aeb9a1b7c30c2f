package groundschool.emulator.dynamodb.schema;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Works out what a table becomes by an update that breaks no rule.
///
/// @param delay how long it takes
public record TableUpdater(TableDefinition table, TableUpdate update, Duration delay, Call call) {

    /// The table as it is to be.
    ///
    /// @throws groundschool.emulator.AwsException if it has the encryption already that it is to
    ///   get
    public TableDefinition updated() {
        var change = table.change().pending(pending());
        update.billingMode()
                .filter(mode -> mode != table.billingMode())
                .ifPresent(mode -> switchTo(mode, change));
        update.provisionedThroughput().ifPresent(change::provisionedThroughput);
        if (table.billingMode() == BillingMode.PROVISIONED && update.isAboutThroughput()) {
            change.throughputHistory(history());
        }
        update.onDemandThroughput()
                .ifPresent(maximum -> change.onDemandThroughput(merged(maximum)));
        update.warmThroughput().ifPresent(change::warmThroughput);
        update.tableClass().ifPresent(change::tableClass);
        update.deletionProtection().ifPresent(change::deletionProtected);
        update.encryption().ifPresent(asked -> change.kmsKeyArn(newKey(asked)));
        var indexes = indexes();
        return change.globalIndexes(indexes).attributes(attributes(indexes)).done();
    }

    private PendingUpdate pending() {
        var changes = update.indexes().stream().findFirst();
        return new PendingUpdate(
                call.now().plus(delay),
                update.billingMode().isEmpty()
                        ? Optional.of(table.provisionedThroughput())
                        : Optional.empty(),
                update.encryption().flatMap(asked -> asked.keyArn(call).or(table::kmsKeyArn)),
                changes.flatMap(GlobalSecondaryIndexUpdate::create)
                        .map(GlobalSecondaryIndex::indexName),
                changes.flatMap(GlobalSecondaryIndexUpdate::delete)
                        .flatMap(gone -> table.globalIndex(gone.indexName())),
                changes.flatMap(GlobalSecondaryIndexUpdate::update)
                        .map(GlobalSecondaryIndexUpdate.Update::indexName));
    }

    private void switchTo(BillingMode mode, TableChange change) {
        change.billingMode(mode);
        switch (mode) {
            case PAY_PER_REQUEST ->
                    change.onDemandSince(call.now())
                            .provisionedThroughput(ProvisionedThroughput.NONE);
            case PROVISIONED ->
                    change.onDemandSince(table.onDemandSince().orElse(table.createdAt()))
                            .onDemandThroughput(Optional.empty());
        }
    }

    private ThroughputHistory history() {
        var history = table.throughputHistory().orElse(ThroughputHistory.NONE);
        if (update.provisionedThroughput().isPresent()) {
            history =
                    history.changed(
                            table.provisionedThroughput(),
                            update.provisionedThroughput().get(),
                            call.now());
        }
        for (var index : table.globalIndexes()) {
            var name = index.indexName();
            var asked =
                    update.ofIndex(name)
                            .flatMap(GlobalSecondaryIndexUpdate.Update::provisionedThroughput);
            if (asked.isPresent()) {
                var before = index.provisionedThroughput().orElse(ProvisionedThroughput.NONE);
                history =
                        history.withIndex(
                                name,
                                history.ofIndex(name).changed(before, asked.get(), call.now()));
            }
        }
        for (var change : update.indexes()) {
            if (change.delete().isPresent()) {
                history = history.withoutIndex(change.indexName());
            }
        }
        return history;
    }

    private Optional<OnDemandThroughput> merged(OnDemandThroughput asked) {
        var current = table.onDemandThroughput();
        var merged =
                new OnDemandThroughput(
                        merged(
                                asked.maxReadRequestUnits(),
                                current.map(OnDemandThroughput::maxReadRequestUnits)),
                        merged(
                                asked.maxWriteRequestUnits(),
                                current.map(OnDemandThroughput::maxWriteRequestUnits)));
        return Optional.of(merged).filter(maximum -> !maximum.limitsNothing());
    }

    /// A maximum of -1 takes it away.
    private static OptionalLong merged(OptionalLong asked, Optional<OptionalLong> current) {
        if (asked.isEmpty()) {
            return current.orElse(OptionalLong.empty());
        }
        return asked.getAsLong() == -1 ? OptionalLong.empty() : asked;
    }

    private Optional<String> newKey(SseSpecification asked) {
        var key = asked.keyArn(call);
        if (key.isEmpty() && table.kmsKeyArn().isEmpty()) {
            throw DynamoDbErrors.invalidParameters("Table is already encrypted by default");
        }
        if (key.equals(table.kmsKeyArn()) && asked.kmsMasterKeyId().equals(key)) {
            throw DynamoDbErrors.invalidParameters(
                    "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId"
                            + " parameter if you want to change Master Key");
        }
        return key;
    }

    private List<GlobalSecondaryIndex> indexes() {
        var indexes = new ArrayList<GlobalSecondaryIndex>();
        for (var index : table.globalIndexes()) {
            boolean isGone =
                    update.indexes().stream()
                            .flatMap(change -> change.delete().stream())
                            .anyMatch(gone -> gone.indexName().equals(index.indexName()));
            if (!isGone) {
                indexes.add(index(index));
            }
        }
        indexes.addAll(GlobalSecondaryIndexUpdate.created(update.indexes()));
        return indexes;
    }

    private GlobalSecondaryIndex index(GlobalSecondaryIndex index) {
        boolean becomesOnDemand =
                update.billingMode().equals(Optional.of(BillingMode.PAY_PER_REQUEST));
        var change = update.ofIndex(index.indexName());
        return new GlobalSecondaryIndex(
                index.indexName(),
                index.keySchema(),
                index.projection(),
                change.flatMap(GlobalSecondaryIndexUpdate.Update::provisionedThroughput)
                        .or(index::provisionedThroughput)
                        .filter(_ -> !becomesOnDemand),
                change.flatMap(GlobalSecondaryIndexUpdate.Update::onDemandThroughput)
                        .or(index::onDemandThroughput),
                change.flatMap(GlobalSecondaryIndexUpdate.Update::warmThroughput)
                        .or(index::warmThroughput));
    }

    /// Those that a key has. One that is defined already keeps its type, whatever the request says.
    private List<AttributeDefinition> attributes(List<GlobalSecondaryIndex> indexes) {
        var used = new LinkedHashSet<String>();
        table.keySchema().forEach(key -> used.add(key.attributeName()));
        table.localIndexes()
                .forEach(index -> index.keySchema().forEach(key -> used.add(key.attributeName())));
        indexes.forEach(index -> index.keySchema().forEach(key -> used.add(key.attributeName())));
        var all = new ArrayList<>(table.attributes());
        for (var added : update.attributes().orElse(List.of())) {
            if (all.stream()
                    .noneMatch(known -> known.attributeName().equals(added.attributeName()))) {
                all.add(added);
            }
        }
        return all.stream()
                .filter(definition -> used.contains(definition.attributeName()))
                .toList();
    }
}
