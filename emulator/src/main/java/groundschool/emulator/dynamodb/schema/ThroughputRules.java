package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;
import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import java.util.Optional;
import java.util.OptionalLong;

/// What the service asks of capacity settings, in its words and order.
final class ThroughputRules {

    private static final long LARGEST = 1_000_000_000_000L;

    private ThroughputRules() {}

    static void check(BillingMode billing, Optional<ProvisionedThroughput> provisioned) {
        if (billing == BillingMode.PAY_PER_REQUEST) {
            if (provisioned.isPresent()) {
                throw invalidParameters(
                        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                                + " BillingMode is PAY_PER_REQUEST");
            }
            return;
        }
        if (provisioned.isEmpty()) {
            throw invalidParameters(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when"
                            + " BillingMode is PROVISIONED");
        }
        checkBounds(provisioned.get());
    }

    private static void checkBounds(ProvisionedThroughput provisioned) {
        if (provisioned.readCapacityUnits() > LARGEST) {
            throw outOfBounds(provisioned.readCapacityUnits(), "ReadCapacityUnits");
        }
        if (provisioned.writeCapacityUnits() > LARGEST) {
            throw outOfBounds(provisioned.writeCapacityUnits(), "WriteCapacityUnits");
        }
    }

    private static RuntimeException outOfBounds(long value, String unit) {
        return validation("Given value " + value + " for " + unit + " is out of bounds");
    }

    static void checkIndex(GlobalSecondaryIndex index, BillingMode billing) {
        if (billing == BillingMode.PAY_PER_REQUEST) {
            if (index.provisionedThroughput().isPresent()) {
                throw invalidParameters(
                        "ProvisionedThroughput should not be specified for index: "
                                + index.indexName()
                                + " when BillingMode is PAY_PER_REQUEST");
            }
        } else if (index.provisionedThroughput().isEmpty()) {
            throw invalidParameters(
                    "ProvisionedThroughput must be specified for index: " + index.indexName());
        }
        index.provisionedThroughput().ifPresent(ThroughputRules::checkBounds);
        checkOnDemand(billing, index.onDemandThroughput(), "index: " + index.indexName());
    }

    static void checkOnDemand(
            BillingMode billing, Optional<OnDemandThroughput> throughput, String of) {
        throughput.ifPresent(maximum -> {
            checkOnDemand(billing, maximum.maxReadRequestUnits(), "MaxReadRequestUnits", of);
            checkOnDemand(billing, maximum.maxWriteRequestUnits(), "MaxWriteRequestUnits", of);
        });
    }

    private static void checkOnDemand(
            BillingMode billing, OptionalLong maximum, String member, String of) {
        if (maximum.isEmpty()) {
            return;
        }
        if (billing == BillingMode.PROVISIONED) {
            throw invalidParameters(
                    member
                            + " for OnDemandThroughput cannot be specified when table BillingMode is"
                            + " PROVISIONED.");
        }
        if (maximum.getAsLong() < 1) {
            throw invalidParameters(
                    "Requested %s for OnDemandThroughput for %s is outside of valid range"
                            .formatted(member, of));
        }
    }

    static void checkWarm(
            BillingMode billing,
            Optional<ProvisionedThroughput> provisioned,
            Optional<WarmThroughput> warm) {
        var current = provisioned.orElse(ProvisionedThroughput.NONE);
        warm.ifPresent(asked -> {
            checkWarm(
                    asked.readUnitsPerSecond(),
                    InitialThroughput.read(billing, current),
                    "ReadUnitsPerSecond");
            checkWarm(
                    asked.writeUnitsPerSecond(),
                    InitialThroughput.write(billing, current),
                    "WriteUnitsPerSecond");
        });
    }

    private static void checkWarm(OptionalLong asked, long current, String member) {
        if (asked.isPresent() && asked.getAsLong() < current) {
            throw invalidParameters(
                    "Requested %s for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported"
                            .formatted(member));
        }
    }
}
