package groundschool.emulator.dynamodb.schema;

/// The capacity per second that a table or an index is paid for, in units.
///
/// Source:
/// [ProvisionedThroughput](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html)
public record ProvisionedThroughput(long readCapacityUnits, long writeCapacityUnits) {

    /// Whether either is higher than the other's.
    boolean exceeds(ProvisionedThroughput other) {
        return readCapacityUnits > other.readCapacityUnits
                || writeCapacityUnits > other.writeCapacityUnits;
    }

    /// What an on-demand table shows.
    public static final ProvisionedThroughput NONE = new ProvisionedThroughput(0, 0);
}
