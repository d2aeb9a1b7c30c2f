package groundschool.emulator.dynamodb.schema;

/// The type of an attribute that is in the key of a table or an index.
///
/// Source:
/// [AttributeDefinition](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html)
public record AttributeDefinition(String attributeName, ScalarAttributeType attributeType) {}
