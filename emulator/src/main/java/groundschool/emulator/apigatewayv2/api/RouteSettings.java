package groundschool.emulator.apigatewayv2.api;

import java.util.Optional;

/// What a stage sets for a route, or for all.
public record RouteSettings(
        Optional<Boolean> dataTraceEnabled,
        Optional<Boolean> detailedMetricsEnabled,
        Optional<String> loggingLevel,
        Optional<Integer> throttlingBurstLimit,
        Optional<Double> throttlingRateLimit) {

    /// What nobody has set.
    public static final RouteSettings USUAL =
            new RouteSettings(
                    Optional.empty(),
                    Optional.of(false),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
