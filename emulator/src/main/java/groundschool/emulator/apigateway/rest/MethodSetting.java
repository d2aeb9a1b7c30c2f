package groundschool.emulator.apigateway.rest;

import java.util.Optional;

/// What a stage sets for a method, or for all.
///
/// Source:
/// [MethodSetting](https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html)
public record MethodSetting(
        boolean metricsEnabled,
        Optional<String> loggingLevel,
        boolean dataTraceEnabled,
        int throttlingBurstLimit,
        double throttlingRateLimit,
        boolean cachingEnabled,
        int cacheTtlInSeconds,
        boolean cacheDataEncrypted,
        boolean requireAuthorizationForCacheControl,
        String unauthorizedCacheControlHeaderStrategy) {

    /// What counts where nothing is set.
    public static final MethodSetting USUAL =
            new MethodSetting(
                    false,
                    Optional.empty(),
                    false,
                    5000,
                    10_000,
                    false,
                    300,
                    false,
                    true,
                    "SUCCEED_WITH_RESPONSE_HEADER");
}
