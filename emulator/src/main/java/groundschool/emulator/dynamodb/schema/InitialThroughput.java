package groundschool.emulator.dynamodb.schema;

/// What a new table or index can take at once, in units per second.
///
/// Source: [Warm
/// throughput](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html)
public final class InitialThroughput {

    private static final long ON_DEMAND_READ = 12_000;
    private static final long ON_DEMAND_WRITE = 4_000;

    private InitialThroughput() {}

    static long read(BillingMode mode, ProvisionedThroughput provisioned) {
        return mode == BillingMode.PAY_PER_REQUEST
                ? ON_DEMAND_READ
                : provisioned.readCapacityUnits();
    }

    static long write(BillingMode mode, ProvisionedThroughput provisioned) {
        return mode == BillingMode.PAY_PER_REQUEST
                ? ON_DEMAND_WRITE
                : provisioned.writeCapacityUnits();
    }
}
