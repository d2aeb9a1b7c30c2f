package groundschool.emulator.apigateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a method calls.
///
/// Source: [Integration](https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html)
///
/// @param httpMethod by which the backend is called
/// @param credentials the role to call it as, or `arn:aws:iam::*:user/*` for the caller's own
/// @param integrationResponses by status
public record Integration(
        String type,
        Optional<String> httpMethod,
        Optional<String> uri,
        Optional<String> connectionType,
        Optional<String> connectionId,
        Optional<String> credentials,
        Optional<Map<String, String>> requestParameters,
        Optional<Map<String, Optional<String>>> requestTemplates,
        String passthroughBehavior,
        Optional<String> contentHandling,
        int timeoutInMillis,
        String cacheNamespace,
        List<String> cacheKeyParameters,
        Optional<Map<String, IntegrationResponse>> integrationResponses,
        Optional<TlsConfig> tlsConfig) {

    /// Unless it says otherwise.
    public static final int USUAL_TIMEOUT = 29_000;

    /// Of a status.
    public Optional<IntegrationResponse> response(String status) {
        return integrationResponses.flatMap(all -> Optional.ofNullable(all.get(status)));
    }

    /// With another answer in the place of that of the same status.
    public Integration with(IntegrationResponse response) {
        var all = new TreeMap<>(integrationResponses.orElse(Map.of()));
        all.put(response.statusCode(), response);
        return with(Optional.of(all));
    }

    /// Without the answer of a status.
    public Integration without(String status) {
        var all = new TreeMap<>(integrationResponses.orElse(Map.of()));
        all.remove(status);
        return with(
                Optional.<Map<String, IntegrationResponse>>of(all).filter(some -> !some.isEmpty()));
    }

    private Integration with(Optional<? extends Map<String, IntegrationResponse>> responses) {
        return new Integration(
                type,
                httpMethod,
                uri,
                connectionType,
                connectionId,
                credentials,
                requestParameters,
                requestTemplates,
                passthroughBehavior,
                contentHandling,
                timeoutInMillis,
                cacheNamespace,
                cacheKeyParameters,
                responses.map(Map::copyOf),
                tlsConfig);
    }
}
