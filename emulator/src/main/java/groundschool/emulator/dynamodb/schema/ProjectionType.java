package groundschool.emulator.dynamodb.schema;

/// Which attributes an index holds.
///
/// Source:
/// [Projection](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html)
public enum ProjectionType {
    ALL,
    INCLUDE,
    KEYS_ONLY
}
