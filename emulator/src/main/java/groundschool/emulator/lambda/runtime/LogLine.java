package groundschool.emulator.lambda.runtime;

import java.time.Instant;

/// One event of an environment's log.
///
/// @param stream the environment's, such as `2026/11/25/[$LATEST]0123456789abcdef0123456789abcdef`
/// @param time on the wall clock
/// @param message with what it ends in
public record LogLine(String stream, Instant time, String message) {}
