package groundschool.emulator.dynamodb.schema;

/// One attribute of a key as a request names it.
///
/// Source:
/// [KeySchemaElement](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeySchemaElement.html)
public record KeySchemaElement(String attributeName, KeyType keyType) {}
