package groundschool.emulator.apigateway.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An API as it was at a time; what it consisted of is a `Snapshot`.
///
/// Source: [Deployment](https://docs.aws.amazon.com/apigateway/latest/api/API_Deployment.html)
///
/// @param apiSummary by path and verb; shown when asked for
public record Deployment(
        String id,
        Optional<String> description,
        Instant createdDate,
        Optional<Map<String, Map<String, MethodSnapshot>>> apiSummary) {

    public record MethodSnapshot(String authorizationType, boolean apiKeyRequired) {}

    public Deployment with(Map<String, Map<String, MethodSnapshot>> summary) {
        return new Deployment(id, description, createdDate, Optional.of(summary));
    }
}
