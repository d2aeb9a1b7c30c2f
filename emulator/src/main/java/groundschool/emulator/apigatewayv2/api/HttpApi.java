package groundschool.emulator.apigatewayv2.api;

import java.util.Map;
import java.util.Optional;

/// An HTTP API, or a WebSocket API.
///
/// @param createdDate as ISO-8601 has it
public record HttpApi(
        String apiEndpoint,
        String apiId,
        String name,
        String protocolType,
        String routeSelectionExpression,
        String apiKeySelectionExpression,
        String ipAddressType,
        boolean disableExecuteApiEndpoint,
        Optional<Cors> corsConfiguration,
        String createdDate,
        Optional<String> description,
        Optional<String> version,
        Map<String, String> tags) {

    /// Whether clients connect to it by WebSockets.
    public boolean speaksWebSocket() {
        return protocolType.equals("WEBSOCKET");
    }

    public HttpApi withTags(Map<String, String> others) {
        return with(corsConfiguration, others);
    }

    public HttpApi withoutCors() {
        return with(Optional.empty(), tags);
    }

    private HttpApi with(Optional<Cors> cors, Map<String, String> otherTags) {
        return new HttpApi(
                apiEndpoint,
                apiId,
                name,
                protocolType,
                routeSelectionExpression,
                apiKeySelectionExpression,
                ipAddressType,
                disableExecuteApiEndpoint,
                cors,
                createdDate,
                description,
                version,
                otherTags);
    }
}
