package groundschool.emulator.dynamodb.schema;

/// The types that a key attribute may have: string, number, binary.
///
/// Source:
/// [AttributeDefinition](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html)
public enum ScalarAttributeType {
    S,
    N,
    B
}
