package groundschool.emulator.dynamodb;

/// An attribute of a primary key.
///
/// @param type `S`, `N` or `B`
public record KeyAttribute(String name, AttributeType type) {}
