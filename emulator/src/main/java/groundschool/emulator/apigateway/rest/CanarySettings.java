package groundschool.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;

/// A deployment that a part of the requests gets to see.
///
/// @param percentTraffic how much of it, of hundred
public record CanarySettings(
        double percentTraffic,
        Optional<String> deploymentId,
        Optional<Map<String, String>> stageVariableOverrides,
        boolean useStageCache) {}
