package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;
import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import groundschool.emulator.AwsException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What the service asks of capacity settings, in its words and order.
final class ThroughputRules {

    private static final long LARGEST = 1_000_000_000_000L;

    private ThroughputRules() {}

    static void check(BillingMode billing, Optional<ProvisionedThroughput> provisioned) {
        if (billing == BillingMode.PAY_PER_REQUEST) {
            if (provisioned.isPresent()) {
                throw noneOnDemand();
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

    static AwsException noneOnDemand() {
        return invalidParameters(
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode"
                        + " is PAY_PER_REQUEST");
    }

    /// A change of what is provisioned must be one, and decreases are limited.
    static void checkChange(ProvisionedThroughput throughput, TableDefinition table, Instant now) {
        var current = table.provisionedThroughput();
        if (throughput.equals(current)) {
            throw unchanged("table", current);
        }
        table.throughputHistory()
                .orElse(ThroughputHistory.NONE)
                .checkDecrease(current, throughput, now);
    }

    /// @param what `table`, or `index` and its name
    static AwsException unchanged(String what, ProvisionedThroughput current) {
        return validation(
                "The provisioned throughput for the %1$s will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the %1$s: %2$d. Requested ReadCapacityUnits: %2$d. Current WriteCapacityUnits provisioned for the %1$s: %3$d. Requested WriteCapacityUnits: %3$d. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
                        .formatted(
                                what, current.readCapacityUnits(), current.writeCapacityUnits()));
    }

    /// A maximum of -1 takes it away.
    static void checkOnDemandUpdate(BillingMode mode, OnDemandThroughput maximum) {
        checkOnDemandUpdate(mode, maximum.maxReadRequestUnits(), "MaxReadRequestUnits");
        checkOnDemandUpdate(mode, maximum.maxWriteRequestUnits(), "MaxWriteRequestUnits");
    }

    private static void checkOnDemandUpdate(BillingMode mode, OptionalLong maximum, String member) {
        if (maximum.isEmpty()) {
            return;
        }
        if (mode == BillingMode.PROVISIONED) {
            throw invalidParameters(
                    member
                            + " for OnDemandThroughput cannot be specified when the table"
                            + " BillingMode is PROVISIONED");
        }
        if (maximum.getAsLong() < 1 && maximum.getAsLong() != -1) {
            throw outsideOfRange(member, "table");
        }
    }

    static void checkBounds(ProvisionedThroughput provisioned) {
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
            throw outsideOfRange(member, of);
        }
    }

    private static AwsException outsideOfRange(String member, String of) {
        return invalidParameters(
                "Requested %s for OnDemandThroughput for %s is outside of valid range"
                        .formatted(member, of));
    }

    /// @param current what a table has been given before
    static void checkWarm(
            BillingMode billing,
            Optional<ProvisionedThroughput> provisioned,
            Optional<WarmThroughput> current,
            Optional<WarmThroughput> warm) {
        var throughput = provisioned.orElse(ProvisionedThroughput.NONE);
        warm.ifPresent(asked -> {
            checkWarm(
                    asked.readUnitsPerSecond(),
                    current.map(WarmThroughput::readUnitsPerSecond)
                            .orElse(OptionalLong.empty())
                            .orElse(InitialThroughput.read(billing, throughput)),
                    "ReadUnitsPerSecond");
            checkWarm(
                    asked.writeUnitsPerSecond(),
                    current.map(WarmThroughput::writeUnitsPerSecond)
                            .orElse(OptionalLong.empty())
                            .orElse(InitialThroughput.write(billing, throughput)),
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
