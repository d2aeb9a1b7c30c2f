package groundschool.emulator.dynamodb.schema;

/// A label of a table.
///
/// Source: [Tag](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Tag.html)
public record Tag(String key, String value) {}
