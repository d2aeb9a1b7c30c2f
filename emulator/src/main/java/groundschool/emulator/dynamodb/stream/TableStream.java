package groundschool.emulator.dynamodb.stream;

/// The newest stream of a table, as the table's definition has it.
///
/// @param enabled whether changes to the table still go into it
public record TableStream(boolean enabled, StreamViewType viewType, String label) {}
