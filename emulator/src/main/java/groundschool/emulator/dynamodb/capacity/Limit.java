package groundschool.emulator.dynamodb.capacity;

/// What of a table or an index can be used up.
///
/// Source:
/// [ThrottlingReason](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ThrottlingReason.html)
public enum Limit {
    /// What is provisioned.
    PROVISIONED("ProvisionedThroughputExceeded"),
    /// What one partition can do; on demand also what the partitions that there are yet can do.
    KEY_RANGE("KeyRangeThroughputExceeded"),
    /// The account's quota for a table on demand.
    ACCOUNT("AccountLimitExceeded"),
    /// What the owner has set as the most.
    MAXIMUM("MaxOnDemandThroughputExceeded");

    private final String reason;

    Limit(String reason) {
        this.reason = reason;
    }

    /// How it ends a throttling reason.
    String reason() {
        return reason;
    }
}
