package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that requests are answered by, as it was when it was deployed.
public record Snapshot(
        HttpApi api,
        List<Route> routes,
        List<Integration> integrations,
        List<Authorizer> authorizers,
        Optional<Map<String, List<IntegrationResponse>>> integrationResponses,
        Optional<Map<String, List<RouteResponse>>> routeResponses,
        Optional<List<Model>> models) {

    /// What answers of an integration of a WebSocket API become.
    public List<IntegrationResponse> responsesOf(Integration integration) {
        return integrationResponses
                .orElse(Map.of())
                .getOrDefault(integration.integrationId(), List.of());
    }

    /// What a route of a WebSocket API answers.
    public List<RouteResponse> responsesOf(Route route) {
        return routeResponses.orElse(Map.of()).getOrDefault(route.routeId(), List.of());
    }
}
