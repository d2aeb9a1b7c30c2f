package groundschool.emulator.cognito.user;

import java.time.Instant;
import java.util.Optional;

/// Some of the people in a pool.
///
/// @param precedence the lower, the more its role counts
public record Group(
        String name,
        Optional<String> description,
        Optional<String> roleArn,
        Optional<Integer> precedence,
        Instant createdAt,
        Instant modifiedAt) {}
