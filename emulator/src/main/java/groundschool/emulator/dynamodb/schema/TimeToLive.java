package groundschool.emulator.dynamodb.schema;

import java.time.Instant;

/// Whether items are deleted by a time that they hold.
///
/// @param attribute the name of the attribute with that time, in seconds since 1970
/// @param changedAt when this was set
public record TimeToLive(boolean enabled, String attribute, Instant changedAt) {}
