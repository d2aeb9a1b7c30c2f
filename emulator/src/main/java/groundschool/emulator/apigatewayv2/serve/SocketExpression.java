package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Selection expressions such as `$request.body.action` or `${integration.response.statuscode}`,
/// and the sources of mappings such as `route.request.body.id`.
///
/// Source: [WebSocket selection
/// expressions](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html)
final class SocketExpression {

    private static final String NAME =
            "((?:request|integration\\.response|context|stageVariables)(?:\\.[A-Za-z0-9_$\\-\\[\\]]+)+)";
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{" + NAME + "\\}|(?<!\\\\)\\$" + NAME);

    private SocketExpression() {}

    /// What an expression makes of what happens.
    ///
    /// @param answer of the integration, if there is one yet
    static String evaluate(String expression, Moment moment, Optional<Outgoing> answer) {
        return VARIABLE.matcher(expression)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                value(
                                                Optional.ofNullable(found.group(1))
                                                        .orElseGet(() ->
                                                                String.valueOf(found.group(2))),
                                                moment,
                                                answer)
                                        .orElse("")))
                .replace("\\$", "$");
    }

    /// The value of a mapping's source, such as `'text'`, `context.connectionId` or
    /// `route.request.body.id`.
    static Optional<String> source(String source, Moment moment) {
        if (source.length() > 1 && source.startsWith("'") && source.endsWith("'")) {
            return Optional.of(source.substring(1, source.length() - 1));
        }
        return value(source.replaceFirst("^route\\.", ""), moment, Optional.empty());
    }

    private static Optional<String> value(String name, Moment moment, Optional<Outgoing> answer) {
        var request = moment.visit().request();
        if (name.startsWith("context.")) {
            return Mapped.inContext(moment.context(), name.substring("context.".length()));
        }
        if (name.startsWith("stageVariables.")) {
            return Optional.ofNullable(
                    moment.visit()
                            .stage()
                            .stageVariables()
                            .get(name.substring("stageVariables.".length())));
        }
        if (name.startsWith("integration.response.")) {
            return answer.flatMap(
                    each -> ofAnswer(name.substring("integration.response.".length()), each));
        }
        var parts = name.split("\\.", 3);
        var rest = parts.length > 2 ? parts[2] : "";
        return switch (parts.length > 1 ? parts[1] : "") {
            case "header" -> request.headers().last(rest);
            case "querystring" -> request.query().last(rest);
            case "body" -> inBody(request.text(), rest);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofAnswer(String name, Outgoing answer) {
        var parts = name.split("\\.", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "statuscode" -> Optional.of(Integer.toString(answer.status()));
            case "header", "multivalueheader" -> answer.headers().last(rest);
            case "body" -> inBody(new String(answer.body(), StandardCharsets.UTF_8), rest);
            default -> Optional.empty();
        };
    }

    private static Optional<String> inBody(String body, String path) {
        if (path.isEmpty()) {
            return Optional.of(body);
        }
        try {
            JsonNode at = Json.mapper().readTree(body);
            for (var part : path.split("\\.")) {
                at = at.path(part);
            }
            return at.isMissingNode() || at.isNull()
                    ? Optional.empty()
                    : Optional.of(at.isContainer() ? at.toString() : at.asString());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
