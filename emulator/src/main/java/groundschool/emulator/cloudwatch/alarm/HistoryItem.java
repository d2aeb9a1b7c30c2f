package groundschool.emulator.cloudwatch.alarm;

import java.time.Instant;

/// What has happened to an alarm.
///
/// @param kind `ConfigurationUpdate`, `StateUpdate` or `Action`
/// @param data JSON
public record HistoryItem(String alarmName, Instant at, String kind, String summary, String data) {}
