package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.MethodSetting;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.Map;

/// The paths by which patch operations name what a stage has.
///
/// Source: [Patch
/// operations](https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateStage-Patch);
/// recorded answers
final class StagePaths {

    static final String PATHS =
            "[/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, /{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, /{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, /*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled]";

    /// What stands for a member of a setting in a path.
    static final Map<String, String> SETTINGS =
            Map.of(
                    "metrics/enabled", "metricsEnabled",
                    "logging/dataTrace", "dataTraceEnabled",
                    "logging/loglevel", "loggingLevel",
                    "throttling/burstLimit", "throttlingBurstLimit",
                    "throttling/rateLimit", "throttlingRateLimit",
                    "caching/ttlInSeconds", "cacheTtlInSeconds",
                    "caching/enabled", "cachingEnabled",
                    "caching/dataEncrypted", "cacheDataEncrypted",
                    "caching/requireAuthorizationForCacheControl",
                            "requireAuthorizationForCacheControl",
                    "caching/unauthorizedCacheControlHeaderStrategy",
                            "unauthorizedCacheControlHeaderStrategy");

    static final PatchTable<MethodSetting> SETTING =
            new PatchTable<>(MethodSetting.class, PatchTable.Wording.SHORT)
                    .replace("/metricsEnabled", PatchTable.Kind.FLAG)
                    .replace("/dataTraceEnabled", PatchTable.Kind.FLAG)
                    .replace("/loggingLevel", PatchTable.Kind.TEXT)
                    .replace("/throttlingBurstLimit", PatchTable.Kind.WHOLE)
                    .replace("/throttlingRateLimit", PatchTable.Kind.DECIMAL)
                    .replace("/cacheTtlInSeconds", PatchTable.Kind.WHOLE)
                    .replace("/cachingEnabled", PatchTable.Kind.FLAG)
                    .replace("/cacheDataEncrypted", PatchTable.Kind.FLAG)
                    .replace("/requireAuthorizationForCacheControl", PatchTable.Kind.FLAG)
                    .replace("/unauthorizedCacheControlHeaderStrategy", PatchTable.Kind.TEXT);

    static final PatchTable<Stage> MEMBERS =
            new PatchTable<>(Stage.class, PatchTable.Wording.SHORT)
                    .replace("/deploymentId", PatchTable.Kind.TEXT)
                    .at("/description", PatchTable.Kind.TEXT, "replace", "remove")
                    .replace("/cacheClusterEnabled", PatchTable.Kind.FLAG)
                    .replace("/cacheClusterSize", PatchTable.Kind.TEXT)
                    .at("/clientCertificateId", PatchTable.Kind.TEXT, "replace", "remove")
                    .at("/documentationVersion", PatchTable.Kind.TEXT, "replace", "remove")
                    .replace("/tracingEnabled", PatchTable.Kind.FLAG)
                    .at(
                            "/accessLogSettings/destinationArn",
                            PatchTable.Kind.TEXT,
                            "add",
                            "replace",
                            "remove")
                    .at(
                            "/accessLogSettings/format",
                            PatchTable.Kind.TEXT,
                            "add",
                            "replace",
                            "remove")
                    .replace("/canarySettings/percentTraffic", PatchTable.Kind.DECIMAL)
                    .replace("/canarySettings/deploymentId", PatchTable.Kind.TEXT)
                    .replace("/canarySettings/useStageCache", PatchTable.Kind.FLAG)
                    .all("/canarySettings/stageVariableOverrides", PatchTable.Kind.TEXT)
                    .all("/variables", PatchTable.Kind.TEXT);

    private StagePaths() {}
}
