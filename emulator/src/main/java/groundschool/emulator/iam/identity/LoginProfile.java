package groundschool.emulator.iam.identity;

import java.time.Instant;

/// A user's password for the console.
///
/// @param salted a salt and the password's digest with it, never the password
/// @param mustReset whether it must be changed at the next sign-in
public record LoginProfile(String salted, boolean mustReset, Instant createdAt) {}
