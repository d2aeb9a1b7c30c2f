package groundschool.emulator.dynamodb.schema;

/// Where a table is in its life.
///
/// Source:
/// [TableDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html)
public enum TableStatus {
    CREATING,
    UPDATING,
    ACTIVE,
    DELETING
}
