package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Headings;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What happens on a connection of a WebSocket API: a client comes, says something, or goes.
///
/// @param visit with the route that it takes
/// @param eventType `CONNECT`, `MESSAGE` or `DISCONNECT`
/// @param more of the request context, such as why a client went
record Moment(Visit visit, Connection connection, String eventType, Map<String, Object> more) {

    private static final Route NO_ROUTE =
            new Route(
                    "",
                    "$default",
                    Optional.empty(),
                    "NONE",
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    static Moment of(
            Route route,
            Stage stage,
            Snapshot snapshot,
            Incoming request,
            Connection connection,
            String eventType) {
        var visit =
                new Visit(
                        request,
                        snapshot,
                        stage,
                        route,
                        "/",
                        Map.of(),
                        connection.authorizer(),
                        Optional.empty());
        return new Moment(
                visit,
                connection,
                eventType,
                eventType.equals("MESSAGE")
                        ? Map.of("messageId", Headings.extendedId())
                        : Map.of());
    }

    /// A message whose route is to be found yet.
    static Moment unrouted(
            Stage stage, Snapshot snapshot, Incoming request, Connection connection) {
        return of(NO_ROUTE, stage, snapshot, request, connection, "MESSAGE");
    }

    /// The values of `$context`, which functions get as `requestContext`.
    ///
    /// Source: [Set up a WebSocket API integration
    /// request](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html)
    Map<String, Object> context() {
        var request = visit.request();
        var context = new LinkedHashMap<String, Object>();
        context.put("routeKey", visit.route().routeKey());
        context.putAll(more);
        if (!connection.authorizer().isEmpty()) {
            context.put("authorizer", connection.authorizer());
        }
        context.put("eventType", eventType);
        context.put("extendedRequestId", request.extendedId());
        context.put("requestTime", request.requestTime());
        context.put("messageDirection", "IN");
        context.put("stage", visit.stage().stageName());
        context.put("connectedAt", connection.connectedAt().toEpochMilli());
        context.put("requestTimeEpoch", request.at().toEpochMilli());
        var identity = new LinkedHashMap<String, Object>();
        if (!connection.userAgent().isEmpty()) {
            identity.put("userAgent", connection.userAgent());
        }
        identity.put("sourceIp", connection.sourceIp());
        connection
                .apiKey()
                .ifPresent(key -> {
                    identity.put("apiKey", key.getValue());
                    identity.put("apiKeyId", key.getKey());
                });
        context.put("identity", identity);
        context.put("requestId", request.extendedId());
        context.put("domainName", request.host());
        context.put("connectionId", connection.id());
        context.put("apiId", request.api());
        return context;
    }
}
