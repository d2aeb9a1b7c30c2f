package groundschool.emulator.cloudwatch.alarm;

/// An alarm that keeps a composite one from acting while it is in `ALARM`.
///
/// @param alarm by name or ARN, as it was given
/// @param waitSeconds how long a change waits for the suppressor to go into `ALARM`
/// @param extensionSeconds for how long actions are suppressed after it has left `ALARM`
public record Suppressor(String alarm, int waitSeconds, int extensionSeconds) {}
