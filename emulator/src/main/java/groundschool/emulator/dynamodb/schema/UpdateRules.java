package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;
import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.stream.TableStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/// What the service asks of a change to a table, in its words and order.
///
/// The wordings are those that were recorded from the service in October 2026 for the controllers
/// of Kubernetes (`ack-api-quirks`, DDB-TABLE-442), and by dynalite.
public final class UpdateRules {

    private static final String NOTHING =
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates,"
                    + " MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency,"
                    + " DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass"
                    + " is required";

    private UpdateRules() {}

    /// What can be said of the request alone, before anybody looks for the table.
    ///
    /// @throws groundschool.emulator.AwsException at the first rule that it breaks
    public static void check(TableUpdate update) {
        if (update.concerns() == 0) {
            throw validation(NOTHING);
        }
        checkAlone(update);
        checkTogether(update);
        checkBilling(update);
        update.provisionedThroughput().ifPresent(ThroughputRules::checkBounds);
        checkIndexes(update);
        update.stream().ifPresent(UpdateRules::checkStream);
        update.encryption().ifPresent(SseSpecification::check);
    }

    private static void checkAlone(TableUpdate update) {
        checkAlone(update, update.replicas().stream().findFirst(), "Replica modification");
        checkAlone(update, update.encryption(), "Server-Side Encryption modification");
        checkAlone(update, update.tableClass(), "TableClass modification");
        checkAlone(update, update.deletionProtection(), "DeletionProtection modification");
        checkAlone(update, update.warmThroughput(), "WarmThroughput");
    }

    private static void checkAlone(TableUpdate update, Optional<?> given, String what) {
        if (given.isPresent() && update.concerns() > 1) {
            throw invalidParameters(what + " must be the only operation in the request");
        }
    }

    private static void checkTogether(TableUpdate update) {
        if (update.onDemandThroughput().isPresent()
                && update.concerns() > (update.billingMode().isPresent() ? 2 : 1)) {
            throw invalidParameters(
                    "OnDemandThroughput can only be combined with BillingMode in an UpdateTable"
                            + " request");
        }
        if (update.stream().isPresent() && update.changesCapacity()) {
            throw invalidParameters("You cannot modify stream status while updating table IOPS");
        }
        if (update.isStructural() && update.changesCapacity()) {
            throw invalidParameters("You cannot create or delete index while updating table IOPS");
        }
        if (update.isStructural() && update.stream().isPresent()) {
            throw invalidParameters(
                    "You cannot create or delete index while changing stream status");
        }
    }

    private static void checkBilling(TableUpdate update) {
        if (update.billingMode().isEmpty()) {
            return;
        }
        boolean hasThroughput = update.provisionedThroughput().isPresent();
        switch (update.billingMode().get()) {
            case PAY_PER_REQUEST -> {
                if (hasThroughput) {
                    throw ThroughputRules.noneOnDemand();
                }
            }
            case PROVISIONED -> {
                if (!hasThroughput) {
                    throw invalidParameters(
                            "ProvisionedThroughput must be specified when BillingMode is"
                                    + " PROVISIONED");
                }
            }
        }
    }

    private static void checkIndexes(TableUpdate update) {
        var names = new HashSet<String>();
        for (var change : update.indexes()) {
            if (change.actions() == 0) {
                throw invalidParameters(
                        "One of GlobalSecondaryIndexUpdate.Update,"
                                + " GlobalSecondaryIndexUpdate.Create,"
                                + " GlobalSecondaryIndexUpdate.Delete must not be null");
            }
            if (change.actions() > 1) {
                throw invalidParameters(
                        "Only one global secondary index action is allowed per"
                                + " GlobalSecondaryIndexUpdate object");
            }
            if (!names.add(change.indexName())) {
                throw invalidParameters(
                        "Only one global secondary index update per index is allowed"
                                + " simultaneously. Index: "
                                + change.indexName());
            }
        }
        if (update.indexes().stream().filter(GlobalSecondaryIndexUpdate::isStructural).count()
                > 1) {
            throw TableErrors.severalIndexChanges();
        }
    }

    private static void checkStream(StreamSpecification stream) {
        if (stream.streamEnabled() && stream.streamViewType().isEmpty()) {
            throw invalidParameters("If stream is being enabled then UpdateViewType is required");
        }
        if (!stream.streamEnabled() && stream.streamViewType().isPresent()) {
            throw invalidParameters(
                    "If stream is being disabled, then UpdateViewType must not be specified");
        }
    }

    /// What the request may change of that table as it is.
    ///
    /// @throws groundschool.emulator.AwsException at the first rule that it breaks
    public static void check(TableUpdate update, TableDefinition table, Instant now) {
        var mode = update.billingMode().orElse(table.billingMode());
        if (mode == BillingMode.PAY_PER_REQUEST && update.provisionedThroughput().isPresent()) {
            throw ThroughputRules.noneOnDemand();
        }
        update.onDemandThroughput()
                .ifPresent(maximum -> ThroughputRules.checkOnDemandUpdate(mode, maximum));
        ThroughputRules.checkWarm(
                table.billingMode(),
                Optional.of(table.provisionedThroughput()),
                table.warmThroughput(),
                update.warmThroughput());
        update.provisionedThroughput()
                .filter(_ -> mode == table.billingMode())
                .ifPresent(throughput -> ThroughputRules.checkChange(throughput, table, now));
        update.stream().ifPresent(stream -> checkStream(stream, table));
        for (var change : update.indexes()) {
            IndexUpdateRules.check(change, update, table, mode, now);
        }
        if (mode == BillingMode.PROVISIONED && table.billingMode() != mode) {
            IndexUpdateRules.checkThroughputOfAll(update, table);
        }
    }

    private static void checkStream(StreamSpecification asked, TableDefinition table) {
        boolean isEnabled = table.stream().filter(TableStream::enabled).isPresent();
        if (asked.streamEnabled() && isEnabled) {
            throw validation("Table already has an enabled stream: TableName: " + table.name());
        }
        if (!asked.streamEnabled() && !isEnabled) {
            throw validation("Table has no stream to disable: TableName: " + table.name());
        }
    }
}
