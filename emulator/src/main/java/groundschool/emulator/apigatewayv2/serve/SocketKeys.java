package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.KeyMeter;
import groundschool.emulator.apigateway.serve.Trouble;
import java.util.Optional;

/// Counts what clients of WebSocket APIs say on routes that want an API key.
///
/// A client shows its key as it comes, in a header or by its authorizer, and is known by it for as
/// long as it stays: messages have no headers.
///
/// Source: [API key selection
/// expressions](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html)
final class SocketKeys {

    /// Where an authorizer says by which key a client is counted.
    static final String IN_CONTEXT = "usageIdentifierKey";

    private SocketKeys() {}

    /// @throws Trouble if the client has no key of a plan for the stage, or said too much
    static void count(Moment moment) {
        var route = moment.visit().route();
        if (!route.apiKeyRequired() || moment.eventType().equals("DISCONNECT")) {
            return;
        }
        var value = value(moment).orElseThrow(Trouble::forbidden);
        var id = KeyMeter.count(moment.visit().request(), value, route.routeKey());
        moment.connection().counted(id, value);
    }

    private static Optional<String> value(Moment moment) {
        var expression = moment.visit().snapshot().api().apiKeySelectionExpression();
        return expression.startsWith("$context.")
                ? Optional.ofNullable(moment.connection().authorizer().get(IN_CONTEXT))
                        .map(String::valueOf)
                : moment.visit().request().headers().last("x-api-key");
    }
}
