package groundschool.emulator.dynamodb.schema;

/// How a table's capacity is paid for.
///
/// Source:
/// [BillingModeSummary](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BillingModeSummary.html)
public enum BillingMode {
    PROVISIONED,
    PAY_PER_REQUEST
}
