package groundschool.emulator.apigateway.plan;

/// What a key has used of a plan in a day.
///
/// @param day as ISO-8601 has it
/// @param granted what was added to, or taken from, the rest of the period
public record DayUsage(String day, long used, long granted) {}
