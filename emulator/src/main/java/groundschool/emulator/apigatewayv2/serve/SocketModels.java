package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.serve.Schemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Holds messages against the models of their routes.
///
/// Source: [Request validation for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html)
final class SocketModels {

    private static final String USUAL = "$default";

    private SocketModels() {}

    /// @throws Refusal if a message is not as its model says
    static void check(Moment moment) {
        var visit = moment.visit();
        var wanted = visit.route().requestModels().orElse(Map.of());
        if (wanted.isEmpty() || !moment.eventType().equals("MESSAGE")) {
            return;
        }
        var key =
                visit.route()
                        .modelSelectionExpression()
                        .map(each -> SocketExpression.evaluate(each, moment, Optional.empty()))
                        .orElse(USUAL);
        var name =
                Optional.ofNullable(wanted.get(key))
                        .or(() -> Optional.ofNullable(wanted.get(USUAL)));
        if (name.isPresent() && !schemas(visit).accepts(name.get(), visit.request().body())) {
            throw Refusal.badBody();
        }
    }

    private static Schemas schemas(Visit visit) {
        var models = new LinkedHashMap<String, Model>();
        for (var each : visit.snapshot().models().orElse(java.util.List.of())) {
            models.put(
                    each.name(),
                    new Model(
                            each.modelId(),
                            each.name(),
                            each.description(),
                            Optional.of(each.schema()),
                            each.contentType()));
        }
        return new Schemas(visit.request().api(), models);
    }
}
