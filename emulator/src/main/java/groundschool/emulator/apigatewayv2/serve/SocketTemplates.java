package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.integration.SafeRegex;
import groundschool.emulator.apigateway.integration.Transformation;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.template.InputVariable;
import groundschool.emulator.apigateway.template.Templates;
import groundschool.emulator.apigateway.template.UtilVariable;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes requests of messages, and messages of answers, by mapping templates.
///
/// Source: [Data transformations for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html)
final class SocketTemplates {

    private static final String USUAL = "$default";

    private SocketTemplates() {}

    /// The body for an integration that is no proxy.
    ///
    /// @throws Refusal if there is no template for the message, and it may not pass as it is
    static String request(Integration integration, Moment moment) {
        var templates = integration.requestTemplates().orElse(Map.of());
        var body = moment.visit().request().text();
        var template =
                chosen(
                        templates,
                        integration.templateSelectionExpression(),
                        moment,
                        Optional.empty());
        if (template.isPresent()) {
            return run(template.get(), body, moment);
        }
        boolean passes =
                switch (integration.passthroughBehavior().orElse("WHEN_NO_MATCH")) {
                    case "WHEN_NO_MATCH" -> true;
                    case "WHEN_NO_TEMPLATES" -> templates.isEmpty();
                    default -> false;
                };
        if (!passes) {
            throw Refusal.internal("No template is for the message, which may not pass as it is.");
        }
        return body;
    }

    /// What the parameters of an integration are made of.
    static Transformation.Sent parameters(Integration integration, byte[] body, Moment moment) {
        var path = new LinkedHashMap<String, String>();
        var query = new Fields(List.of(), false);
        var headers = Fields.NO_HEADERS;
        for (var mapping : integration.requestParameters().orElse(Map.of()).entrySet()) {
            var value = SocketExpression.source(mapping.getValue(), moment);
            var target = mapping.getKey().split("\\.", 4);
            if (value.isEmpty() || target.length < 4) {
                continue;
            }
            switch (target[2]) {
                case "path" -> path.put(target[3], value.get());
                case "querystring" -> query = query.with(target[3], value.get());
                default -> headers = headers.with(target[3], value.get().replaceAll("\\v+", " "));
            }
        }
        return new Transformation.Sent(path, query, headers, body, Map.of());
    }

    /// What clients are sent of an answer: what the integration response makes of it that is for
    /// its status, or all of it if none is.
    static byte[] response(
            Integration integration,
            List<IntegrationResponse> responses,
            Outgoing answer,
            Moment moment) {
        var outcome =
                SocketExpression.evaluate(
                        integration
                                .integrationResponseSelectionExpression()
                                .orElse("${integration.response.statuscode}"),
                        moment,
                        Optional.of(answer));
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        return responses.stream()
                .filter(each -> matches(each.integrationResponseKey(), outcome))
                .findFirst()
                .or(() ->
                        responses.stream()
                                .filter(each -> each.integrationResponseKey().equals(USUAL))
                                .findFirst())
                .flatMap(each ->
                        chosen(
                                each.responseTemplates().orElse(Map.of()),
                                each.templateSelectionExpression(),
                                moment,
                                Optional.of(answer)))
                .map(template -> run(template, text, moment).getBytes(StandardCharsets.UTF_8))
                .orElse(answer.body());
    }

    private static boolean matches(String key, String outcome) {
        try {
            return key.matches("/.+/")
                    && SafeRegex.matches(key.substring(1, key.length() - 1), outcome);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The template that the expression names; else the usual one, or that for JSON.
    private static Optional<String> chosen(
            Map<String, String> templates,
            Optional<String> expression,
            Moment moment,
            Optional<Outgoing> answer) {
        var key =
                expression
                        .map(each -> SocketExpression.evaluate(each, moment, answer))
                        .orElse(USUAL);
        return List.of(key, USUAL, "application/json").stream()
                .filter(templates::containsKey)
                .findFirst()
                .map(name -> templates.getOrDefault(name, ""));
    }

    private static String run(String template, String body, Moment moment) {
        var request = moment.visit().request();
        try {
            return Templates.run(
                    template,
                    Map.of(
                            "input",
                            new InputVariable(
                                    body,
                                    Map.of(
                                            "querystring", request.query().single(),
                                            "header", request.headers().single())),
                            "util",
                            new UtilVariable(),
                            "context",
                            moment.context(),
                            "stageVariables",
                            moment.visit().stage().stageVariables()));
        } catch (IllegalArgumentException failure) {
            throw Refusal.internal("Unable to transform: " + failure.getMessage());
        }
    }
}
