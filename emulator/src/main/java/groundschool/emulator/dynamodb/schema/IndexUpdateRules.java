package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;
import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import groundschool.emulator.dynamodb.TableErrors;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// What the service asks of a change to a global secondary index, in its words and order.
final class IndexUpdateRules {

    private IndexUpdateRules() {}

    /// @param mode the table's after the update
    static void check(
            GlobalSecondaryIndexUpdate change,
            TableUpdate update,
            TableDefinition table,
            BillingMode mode,
            Instant now) {
        change.create().ifPresent(index -> checkCreate(index, update, table, mode));
        change.update().ifPresent(given -> checkUpdate(given, table, mode, now));
        change.delete().ifPresent(given -> index(given.indexName(), "delete", table));
    }

    private static void checkCreate(
            GlobalSecondaryIndex index,
            TableUpdate update,
            TableDefinition table,
            BillingMode mode) {
        if (table.indexes().anyMatch(other -> other.indexName().equals(index.indexName()))) {
            throw validation("Attempting to create an index which already exists");
        }
        if (update.attributes().orElse(List.of()).isEmpty()) {
            throw invalidParameters(
                    "AttributeDefinitions is not specified for index: " + index.indexName());
        }
        if (mode == BillingMode.PAY_PER_REQUEST && index.provisionedThroughput().isPresent()) {
            throw invalidParameters(
                    "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index:"
                            + " %s when BillingMode is PAY_PER_REQUEST"
                                    .formatted(index.indexName()));
        }
        if (mode == BillingMode.PROVISIONED && index.provisionedThroughput().isEmpty()) {
            throw invalidParameters(
                    "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: "
                            + index.indexName());
        }
        IndexRules.checkGlobal(
                List.of(index), update.attributes().orElseThrow(), mode, new HashSet<>());
        if (table.globalIndexes().size() >= IndexRules.GLOBAL_LIMIT) {
            throw TableErrors.tooManyIndexes(IndexRules.GLOBAL_LIMIT);
        }
    }

    private static void checkUpdate(
            GlobalSecondaryIndexUpdate.Update update,
            TableDefinition table,
            BillingMode mode,
            Instant now) {
        var name = update.indexName();
        var index = index(name, "update", table);
        boolean hasOther =
                update.onDemandThroughput().isPresent() || update.warmThroughput().isPresent();
        if (mode == BillingMode.PAY_PER_REQUEST
                && (update.provisionedThroughput().isPresent() || !hasOther)) {
            throw invalidParameters(
                    "The only Updates for index: %s when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput"
                            .formatted(name));
        }
        update.provisionedThroughput()
                .ifPresent(throughput -> {
                    ThroughputRules.checkBounds(throughput);
                    if (index.provisionedThroughput().equals(update.provisionedThroughput())) {
                        throw ThroughputRules.unchanged("index " + name, throughput);
                    }
                    table.throughputHistory()
                            .orElse(ThroughputHistory.NONE)
                            .ofIndex(name)
                            .checkDecrease(
                                    index.provisionedThroughput().orElse(throughput),
                                    throughput,
                                    now);
                });
    }

    private static GlobalSecondaryIndex index(String name, String verb, TableDefinition table) {
        if (table.localIndexes().stream().anyMatch(local -> local.indexName().equals(name))) {
            throw validation(
                    "Cannot %s an index that is not a GlobalSecondaryIndex: %s"
                            .formatted(verb, name));
        }
        return table.globalIndex(name)
                .orElseThrow(() -> TableErrors.noSuchIndex(name, table.name()));
    }

    /// A table that becomes provisioned says what each of its indexes gets.
    static void checkThroughputOfAll(TableUpdate update, TableDefinition table) {
        for (var index : table.globalIndexes()) {
            if (update.ofIndex(index.indexName())
                    .flatMap(GlobalSecondaryIndexUpdate.Update::provisionedThroughput)
                    .isEmpty()) {
                throw invalidParameters(
                        "ProvisionedThroughput must be specified for index: " + index.indexName());
            }
        }
    }
}
