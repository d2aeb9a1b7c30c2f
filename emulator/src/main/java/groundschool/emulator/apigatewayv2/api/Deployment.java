package groundschool.emulator.apigatewayv2.api;

import java.util.Optional;

/// An API as it was at a time; what it consisted of is a `Snapshot`.
public record Deployment(
        String deploymentId,
        boolean autoDeployed,
        String createdDate,
        String deploymentStatus,
        Optional<String> description) {}
