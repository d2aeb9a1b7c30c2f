package groundschool.emulator.cognito.user;

import java.time.Instant;
import java.util.Optional;

/// Six digits that somebody was sent.
///
/// @param value of the attribute that they confirm, where it is to become that only then
public record Code(String digits, Instant expiresAt, Optional<String> value) {}
