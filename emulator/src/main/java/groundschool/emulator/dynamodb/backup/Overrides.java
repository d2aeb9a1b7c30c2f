package groundschool.emulator.dynamodb.backup;

import static groundschool.emulator.dynamodb.backup.BackupErrors.invalidRequest;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.schema.AttributeDefinition;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.LocalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.RestoredFrom;
import groundschool.emulator.dynamodb.schema.SecondaryIndex;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What a restored table gets instead of what the source had. Tags, streams, time to live, policies
/// and recovery are not restored.
///
/// The wordings of what is wrong are those that were recorded from the service in October 2026
/// (`ack-api-quirks`, DDB-TABLE-442).
public record Overrides(
        Optional<BillingMode> billingMode,
        Optional<List<GlobalSecondaryIndex>> globalIndexes,
        Optional<List<LocalSecondaryIndex>> localIndexes,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<SseSpecification> encryption) {

    /// The table that is to be.
    ///
    /// @param source as it was
    /// @throws groundschool.emulator.AwsException if the overrides do not go together, or not with
    ///   the source
    public TableDefinition restored(
            TableDefinition source, String name, RestoredFrom from, Duration delay, Call call) {
        check(source);
        var mode = billingMode.orElse(source.billingMode());
        var global = globalIndexes.orElse(source.globalIndexes());
        var local = localIndexes.orElse(source.localIndexes());
        return new TableDefinition(
                name,
                new UUID(call.random().nextLong(), call.random().nextLong()).toString(),
                call.now(),
                call.now().plus(delay),
                Optional.empty(),
                attributes(source, global, local),
                source.keySchema(),
                global.stream().map(index -> ofMode(index, mode)).toList(),
                local,
                mode,
                mode == BillingMode.PROVISIONED
                        ? provisionedThroughput.orElse(source.provisionedThroughput())
                        : ProvisionedThroughput.NONE,
                mode == BillingMode.PAY_PER_REQUEST
                        ? onDemandThroughput.or(source::onDemandThroughput)
                        : Optional.empty(),
                Optional.empty(),
                source.tableClass(),
                false,
                encryption.isPresent() ? encryption.get().keyArn(call) : source.kmsKeyArn(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from));
    }

    private void check(TableDefinition source) {
        var mode = billingMode.orElse(source.billingMode());
        if (billingMode.equals(Optional.of(BillingMode.PAY_PER_REQUEST))
                && provisionedThroughput.isPresent()) {
            throw invalidRequest(
                    "Cannot override ProvisionedThroughput if BillingMode is overridden to"
                            + " PAY_PER_REQUEST");
        }
        if (mode == BillingMode.PAY_PER_REQUEST && provisionedThroughput.isPresent()) {
            throw invalidRequest(
                    "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED");
        }
        if (billingMode.equals(Optional.of(BillingMode.PROVISIONED))
                && source.billingMode() != BillingMode.PROVISIONED
                && provisionedThroughput.isEmpty()) {
            throw invalidRequest(
                    "Must override ProvisionedThroughput if BillingMode is overridden to"
                            + " PROVISIONED");
        }
        encryption.ifPresent(SseSpecification::check);
        checkIndexes(source);
        for (var index : globalIndexes.orElse(source.globalIndexes())) {
            if (mode == BillingMode.PROVISIONED && index.provisionedThroughput().isEmpty()) {
                throw invalidRequest(
                        "Must specify provisioned throughput for index " + index.indexName());
            }
        }
    }

    private void checkIndexes(TableDefinition source) {
        var asked =
                Stream.<SecondaryIndex>concat(
                        globalIndexes.orElse(List.of()).stream(),
                        localIndexes.orElse(List.of()).stream());
        for (var index : (Iterable<SecondaryIndex>) asked::iterator) {
            boolean isKnown =
                    source.indexes()
                            .anyMatch(known ->
                                    known.getClass() == index.getClass()
                                            && known.indexName().equals(index.indexName())
                                            && known.keySchema().equals(index.keySchema())
                                            && known.projection().equals(index.projection()));
            if (!isKnown) {
                throw invalidRequest(
                        "Index %s does not match a secondary index that existed in the source table and cannot be created during the restore operation"
                                .formatted(index.indexName()));
            }
        }
    }

    private static GlobalSecondaryIndex ofMode(GlobalSecondaryIndex index, BillingMode mode) {
        return new GlobalSecondaryIndex(
                index.indexName(),
                index.keySchema(),
                index.projection(),
                index.provisionedThroughput().filter(_ -> mode == BillingMode.PROVISIONED),
                index.onDemandThroughput().filter(_ -> mode == BillingMode.PAY_PER_REQUEST),
                Optional.empty());
    }

    private static List<AttributeDefinition> attributes(
            TableDefinition source,
            List<GlobalSecondaryIndex> global,
            List<LocalSecondaryIndex> local) {
        var used =
                Stream.of(
                                Stream.of(source.keySchema()),
                                global.stream().map(SecondaryIndex::keySchema),
                                local.stream().map(SecondaryIndex::keySchema))
                        .flatMap(keys -> keys)
                        .flatMap(List::stream)
                        .map(KeySchemaElement::attributeName)
                        .toList();
        return source.attributes().stream()
                .filter(definition -> used.contains(definition.attributeName()))
                .toList();
    }
}
