package groundschool.emulator.apigateway.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.CanarySettings;
import groundschool.emulator.apigateway.rest.MethodSetting;
import groundschool.emulator.apigateway.rest.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How stages change.
///
/// Source: [Patch
/// operations](https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html); recorded
/// answers for the wordings
record StagePatches(String api, RestApis apis) {

    /// @throws AwsException if a change is none; then none counts
    Stage apply(Stage stage, List<PatchOperation> changes, Instant now) {
        var changed = stage;
        for (var change : changes) {
            changed = step(changed, change, now);
        }
        NewStages.checkVariables(changed.variables().orElse(Map.of()));
        GatewayErrors.refuse("tracingEnabled", changed.tracingEnabled());
        GatewayErrors.refuse("clientCertificateId", changed.clientCertificateId().isPresent());
        return cached(changed).deploying(changed.deploymentId(), now);
    }

    private Stage step(Stage stage, PatchOperation change, Instant now) {
        var path = change.shownPath();
        if (change.shownOp().equals("copy")) {
            return promote(stage, change);
        }
        if (path.startsWith("/accessLogSettings")) {
            return accessLog(stage, change);
        }
        if (path.equals("/canarySettings") && change.shownOp().equals("remove")) {
            return stage.with(Optional.empty(), now);
        }
        if (path.startsWith("/canarySettings/")) {
            return canary(stage, change, now);
        }
        if (path.equals("/deploymentId")
                && apis.findDeployment(api, change.value().orElse("")).isEmpty()) {
            throw GatewayErrors.badRequest("Deployment id does not exist");
        }
        if (path.startsWith("/variables/")
                || path.matches(
                        "/(deploymentId|description|cacheClusterEnabled|cacheClusterSize|clientCertificateId|tracingEnabled|documentationVersion)")) {
            return StagePaths.MEMBERS.apply(stage, List.of(change));
        }
        return setting(stage, change);
    }

    /// The canary's deployment and variables become the stage's.
    private Stage promote(Stage stage, PatchOperation change) {
        var path = change.shownPath();
        var from = change.from().orElse("null");
        var canary =
                stage.canarySettings()
                        .orElseThrow(() ->
                                GatewayErrors.badRequest(
                                        "Promotion not available. Canary does not exist."));
        if (path.equals("/deploymentId") && from.equals("/canarySettings/deploymentId")) {
            return stage.deploying(
                    canary.deploymentId().orElse(stage.deploymentId()), stage.lastUpdatedDate());
        }
        if (path.equals("/variables") && from.equals("/canarySettings/stageVariableOverrides")) {
            return NewStages.with(stage, Optional.empty(), canary.stageVariableOverrides());
        }
        throw GatewayErrors.badRequest(
                "Invalid copy operation with path: %s and from %s. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]"
                        .formatted(path, from));
    }

    private Stage accessLog(Stage stage, PatchOperation change) {
        var path = change.shownPath();
        boolean isMember = path.matches("/accessLogSettings/(destinationArn|format)");
        if (change.shownOp().equals("remove")) {
            if (path.equals("/accessLogSettings")) {
                return without(stage);
            }
            throw noSetting(path);
        }
        if (!isMember) {
            throw GatewayErrors.badRequest(
                    "Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]");
        }
        if (change.value().filter(text -> !text.isEmpty()).isEmpty()) {
            throw GatewayErrors.badRequest("Access Log value must not be empty");
        }
        requireLogRole();
        return StagePaths.MEMBERS.apply(stage, List.of(change));
    }

    private void requireLogRole() {
        if (apis.gateway().logRole(apis.region()).isEmpty()) {
            throw GatewayErrors.badRequest(
                    "CloudWatch Logs role ARN must be set in account settings to enable logging");
        }
    }

    private static Stage without(Stage stage) {
        return new PatchTable<>(Stage.class, PatchTable.Wording.SHORT)
                .at("/accessLogSettings", PatchTable.Kind.TEXT, "remove")
                .apply(
                        stage,
                        List.of(
                                new PatchOperation(
                                        Optional.of("remove"),
                                        Optional.of("/accessLogSettings"),
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private Stage canary(Stage stage, PatchOperation change, Instant now) {
        var path = change.shownPath();
        boolean isVariable = path.startsWith("/canarySettings/stageVariableOverrides/");
        boolean isMember =
                path.matches("/canarySettings/(percentTraffic|deploymentId|useStageCache)");
        if (change.shownOp().equals("remove") && !isVariable) {
            throw noSetting(path);
        }
        if (!isVariable && !isMember) {
            throw GatewayErrors.badRequest(
                    "Invalid method setting path: %s. Must be one of: %s"
                            .formatted(path, StagePaths.PATHS));
        }
        if (change.shownOp().equals("add") && isMember) {
            throw GatewayErrors.badRequest("Invalid add operation with path: " + path);
        }
        if (path.equals("/canarySettings/deploymentId")
                && apis.findDeployment(api, change.value().orElse("")).isEmpty()) {
            throw GatewayErrors.badRequest("Deployment id does not exist");
        }
        var begun =
                stage.canarySettings().isPresent()
                        ? stage
                        : stage.with(
                                Optional.of(
                                        new CanarySettings(
                                                0,
                                                Optional.of(stage.deploymentId()),
                                                Optional.empty(),
                                                false)),
                                now);
        return StagePaths.MEMBERS.apply(begun, List.of(change));
    }

    private Stage setting(Stage stage, PatchOperation change) {
        // /pets~1{id}/GET/throttling/rateLimit
        var parts = change.shownPath().split("/", -1);
        if (change.shownOp().equals("remove")) {
            return withoutSetting(stage, change, parts);
        }
        var member =
                parts.length == 5
                        ? Optional.ofNullable(StagePaths.SETTINGS.get(parts[3] + "/" + parts[4]))
                        : Optional.<String>empty();
        if (member.isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Invalid method setting path: %s. Must be one of: %s"
                            .formatted(change.shownPath(), StagePaths.PATHS));
        }
        if (member.get().equals("loggingLevel") && !change.value().orElse("OFF").equals("OFF")) {
            requireLogRole();
        }
        var key = key(parts);
        var all = new TreeMap<>(stage.methodSettings());
        var before = all.getOrDefault(key, all.getOrDefault("*/*", MethodSetting.USUAL));
        all.put(
                key,
                StagePaths.SETTING.apply(
                        before,
                        List.of(
                                new PatchOperation(
                                        Optional.of("replace"),
                                        Optional.of("/" + member.get()),
                                        change.value(),
                                        Optional.empty()))));
        return with(stage, all);
    }

    private static Stage withoutSetting(Stage stage, PatchOperation change, String[] parts) {
        var all = new TreeMap<>(stage.methodSettings());
        if (parts.length < 3 || !all.containsKey(key(parts))) {
            throw noSetting(change.shownPath());
        }
        all.remove(key(parts));
        return with(stage, all);
    }

    /// The resource as clients write it, without the slash that paths begin with.
    private static String key(String[] parts) {
        var resource = parts[1].replace("~1", "/").replace("~0", "~");
        return (resource.startsWith("/") && resource.length() > 1
                                ? resource.substring(1)
                                : resource)
                        .replace("/", "~1")
                + "/"
                + parts[2];
    }

    private static AwsException noSetting(String path) {
        return GatewayErrors.badRequest(
                "Cannot remove method setting %s because there is no method setting for this method "
                        .formatted(path.substring(1)));
    }

    private static Stage with(Stage stage, Map<String, MethodSetting> settings) {
        return new Stage(
                stage.deploymentId(),
                stage.clientCertificateId(),
                stage.stageName(),
                stage.description(),
                stage.cacheClusterEnabled(),
                stage.cacheClusterSize(),
                stage.cacheClusterStatus(),
                Map.copyOf(settings),
                stage.variables(),
                stage.documentationVersion(),
                stage.accessLogSettings(),
                stage.canarySettings(),
                stage.tracingEnabled(),
                stage.tags(),
                stage.createdDate(),
                stage.lastUpdatedDate());
    }

    /// A cluster is there as soon as it is wanted.
    private static Stage cached(Stage stage) {
        return new Stage(
                stage.deploymentId(),
                stage.clientCertificateId(),
                stage.stageName(),
                stage.description(),
                stage.cacheClusterEnabled(),
                stage.cacheClusterSize(),
                stage.cacheClusterEnabled() ? "AVAILABLE" : "NOT_AVAILABLE",
                stage.methodSettings(),
                stage.variables(),
                stage.documentationVersion(),
                stage.accessLogSettings(),
                stage.canarySettings(),
                stage.tracingEnabled(),
                stage.tags(),
                stage.createdDate(),
                stage.lastUpdatedDate());
    }
}
