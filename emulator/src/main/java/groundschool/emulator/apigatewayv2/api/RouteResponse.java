package groundschool.emulator.apigatewayv2.api;

/// Says that clients are answered on a route of a WebSocket API.
///
/// @param routeResponseKey which is always `$default`
public record RouteResponse(String routeResponseId, String routeResponseKey) {}
