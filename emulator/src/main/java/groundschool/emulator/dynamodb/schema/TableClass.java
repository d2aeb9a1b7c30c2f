package groundschool.emulator.dynamodb.schema;

/// How a table's storage is priced. It changes nothing else.
///
/// Source:
/// [TableClassSummary](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableClassSummary.html)
public enum TableClass {
    STANDARD,
    STANDARD_INFREQUENT_ACCESS
}
