package groundschool.emulator.apigateway.rest;

import java.util.Optional;

/// How many requests may come.
///
/// @param burstLimit at once
/// @param rateLimit a second, in the long run
public record ThrottleSettings(Optional<Integer> burstLimit, Optional<Double> rateLimit) {}
