package groundschool.emulator.apigateway.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A deployment that clients can call, by a name.
///
/// Source: [Stage](https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html)
///
/// @param methodSettings by resource path and verb, such as `pets/GET` with `~1` for slashes, or
///   all: `*/*`
public record Stage(
        String deploymentId,
        Optional<String> clientCertificateId,
        String stageName,
        Optional<String> description,
        boolean cacheClusterEnabled,
        Optional<String> cacheClusterSize,
        String cacheClusterStatus,
        Map<String, MethodSetting> methodSettings,
        Optional<Map<String, String>> variables,
        Optional<String> documentationVersion,
        Optional<AccessLogSettings> accessLogSettings,
        Optional<CanarySettings> canarySettings,
        boolean tracingEnabled,
        Optional<Map<String, String>> tags,
        Instant createdDate,
        Instant lastUpdatedDate) {

    /// Another deployment in the place of this stage's.
    public Stage deploying(String deployment, Instant now) {
        return with(deployment, canarySettings, tags, now);
    }

    public Stage with(Optional<CanarySettings> canary, Instant now) {
        return with(deploymentId, canary, tags, now);
    }

    public Stage withTags(Map<String, String> others) {
        return with(
                deploymentId,
                canarySettings,
                Optional.of(others).filter(some -> !some.isEmpty()),
                lastUpdatedDate);
    }

    /// The stage with a version of the API's documentation, or without one if its name is empty.
    public Stage documentedBy(String version, Instant now) {
        return new Stage(
                deploymentId,
                clientCertificateId,
                stageName,
                description,
                cacheClusterEnabled,
                cacheClusterSize,
                cacheClusterStatus,
                methodSettings,
                variables,
                Optional.of(version).filter(text -> !text.isEmpty()),
                accessLogSettings,
                canarySettings,
                tracingEnabled,
                tags,
                createdDate,
                now);
    }

    private Stage with(
            String deployment,
            Optional<CanarySettings> canary,
            Optional<Map<String, String>> otherTags,
            Instant now) {
        return new Stage(
                deployment,
                clientCertificateId,
                stageName,
                description,
                cacheClusterEnabled,
                cacheClusterSize,
                cacheClusterStatus,
                methodSettings,
                variables,
                documentationVersion,
                accessLogSettings,
                canary,
                tracingEnabled,
                otherTags,
                createdDate,
                now);
    }
}
