package groundschool.emulator.dynamodb.schema;

/// What an attribute is in a key.
///
/// Source:
/// [KeySchemaElement](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html)
public enum KeyType {
    HASH,
    RANGE
}
