package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.CanarySettings;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What stages begin with.
final class NewStages {

    /// What somebody asked for.
    record Wishes(
            Optional<String> description,
            Optional<Boolean> cacheClusterEnabled,
            Optional<String> cacheClusterSize,
            Optional<Map<String, String>> variables,
            Optional<String> documentationVersion,
            Optional<CanarySettings> canarySettings,
            Optional<Boolean> tracingEnabled,
            Optional<Map<String, String>> tags) {}

    private NewStages() {}

    /// @throws AwsException if there can be no such stage
    static Stage of(
            String api, String name, String deployment, Wishes wishes, RestApis apis, Call call) {
        if (!name.matches("[a-zA-Z0-9_-]{1,128}") && !name.equals("$default")) {
            throw GatewayErrors.badRequest(
                    "Stage name only allows a-zA-Z0-9_- and must be between 1 and 128 characters");
        }
        if (apis.stages(api).size() >= AccountLimits.STAGES) {
            throw GatewayErrors.limit("Maximum number of stages for this API has been reached");
        }
        checkVariables(wishes.variables().orElse(Map.of()));
        GatewayErrors.refuse("tracingEnabled", wishes.tracingEnabled().orElse(false));
        wishes.documentationVersion()
                .ifPresent(version ->
                        apis.gateway().documentation().version(call.region(), api, version));
        boolean cached = wishes.cacheClusterEnabled().orElse(false);
        return new Stage(
                deployment,
                Optional.empty(),
                name,
                wishes.description(),
                cached,
                cached
                        ? wishes.cacheClusterSize().or(() -> Optional.of("0.5"))
                        : wishes.cacheClusterSize(),
                cached ? "AVAILABLE" : "NOT_AVAILABLE",
                Map.of(),
                wishes.variables().filter(some -> !some.isEmpty()),
                wishes.documentationVersion(),
                Optional.empty(),
                wishes.canarySettings(),
                wishes.tracingEnabled().orElse(false),
                wishes.tags().filter(some -> !some.isEmpty()),
                call.now(),
                call.now());
    }

    /// The same stage, where a deployment says more about it.
    static Stage with(
            Stage stage, Optional<String> description, Optional<Map<String, String>> variables) {
        checkVariables(variables.orElse(Map.of()));
        var all = new TreeMap<>(stage.variables().orElse(Map.of()));
        variables.ifPresent(all::putAll);
        return new Stage(
                stage.deploymentId(),
                stage.clientCertificateId(),
                stage.stageName(),
                description.or(stage::description),
                stage.cacheClusterEnabled(),
                stage.cacheClusterSize(),
                stage.cacheClusterStatus(),
                stage.methodSettings(),
                Optional.of(Map.copyOf(all)).filter(some -> !some.isEmpty()),
                stage.documentationVersion(),
                stage.accessLogSettings(),
                stage.canarySettings(),
                stage.tracingEnabled(),
                stage.tags(),
                stage.createdDate(),
                stage.lastUpdatedDate());
    }

    static void checkVariables(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9_]+") || !value.matches("[A-Za-z0-9\\-._~:/?#&=,@]*")) {
                throw GatewayErrors.badRequest(
                        "Invalid stage variable value: %s. Please use values with alphanumeric characters and the symbols ' -._~:/?#&=,'."
                                .formatted(value));
            }
        });
    }
}
