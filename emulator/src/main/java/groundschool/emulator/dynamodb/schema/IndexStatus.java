package groundschool.emulator.dynamodb.schema;

/// Where a global secondary index is in its life.
///
/// Source:
/// [GlobalSecondaryIndexDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalSecondaryIndexDescription.html)
public enum IndexStatus {
    CREATING,
    UPDATING,
    DELETING,
    ACTIVE
}
