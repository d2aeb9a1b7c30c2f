package groundschool.emulator.apigatewayv2;

import groundschool.emulator.apigateway.Shelf;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import groundschool.emulator.sandbox.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How clients of WebSocket APIs are answered: the responses of integrations and of routes.
public final class Replies {

    private final Shelf<IntegrationResponse> ofIntegrations;
    private final Shelf<RouteResponse> ofRoutes;

    Replies(Storage storage) {
        this.ofIntegrations =
                new Shelf<>(
                        "apigatewayv2/integrationresponses", IntegrationResponse.class, storage);
        this.ofRoutes = new Shelf<>("apigatewayv2/routeresponses", RouteResponse.class, storage);
    }

    public List<IntegrationResponse> ofIntegration(String region, String api, String integration) {
        return ofIntegrations.below(region, api, integration).toList();
    }

    public IntegrationResponse ofIntegration(
            String region, String api, String integration, String id) {
        return ofIntegrations
                .get(region, api, integration, id)
                .orElseThrow(() ->
                        V2Errors.notFound("Invalid Integration Response identifier specified"));
    }

    public void put(String region, String api, String integration, IntegrationResponse response) {
        ofIntegrations.put(response, region, api, integration, response.integrationResponseId());
    }

    public void removeOfIntegration(String region, String api, String integration, String id) {
        ofIntegrations.remove(region, api, integration, id);
    }

    public List<RouteResponse> ofRoute(String region, String api, String route) {
        return ofRoutes.below(region, api, route).toList();
    }

    public RouteResponse ofRoute(String region, String api, String route, String id) {
        return ofRoutes.get(region, api, route, id)
                .orElseThrow(
                        () -> V2Errors.notFound("Invalid Route Response identifier specified"));
    }

    public void put(String region, String api, String route, RouteResponse response) {
        ofRoutes.put(response, region, api, route, response.routeResponseId());
    }

    public void removeOfRoute(String region, String api, String route, String id) {
        ofRoutes.remove(region, api, route, id);
    }

    void clear(String region, String api) {
        ofIntegrations.clear(region, api);
        ofRoutes.clear(region, api);
    }

    void clearIntegration(String region, String api, String integration) {
        ofIntegrations.clear(region, api, integration);
    }

    void clearRoute(String region, String api, String route) {
        ofRoutes.clear(region, api, route);
    }

    /// Those of some integrations, by integration.
    Map<String, List<IntegrationResponse>> of(
            String region, String api, List<Integration> integrations) {
        var all = new LinkedHashMap<String, List<IntegrationResponse>>();
        for (var each : integrations) {
            all.put(each.integrationId(), ofIntegration(region, api, each.integrationId()));
        }
        return all;
    }

    /// Those of some routes, by route.
    Map<String, List<RouteResponse>> ofAll(String region, String api, List<Route> routes) {
        var all = new LinkedHashMap<String, List<RouteResponse>>();
        for (var each : routes) {
            all.put(each.routeId(), ofRoute(region, api, each.routeId()));
        }
        return all;
    }
}
