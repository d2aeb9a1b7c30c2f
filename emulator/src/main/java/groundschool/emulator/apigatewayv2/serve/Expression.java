package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Values of requests by expressions such as `$request.header.auth`, `$context.stage` or a text.
///
/// Source: [Parameter
/// mapping](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html)
final class Expression {

    private static final Pattern PART =
            Pattern.compile(
                    "\\$\\{?((?:request|response|context|stageVariables)(?:\\.[A-Za-z0-9_.\\-\\[\\]]+)?)\\}?");

    private Expression() {}

    /// The value of one source; nothing if it is not there, or empty.
    static Optional<String> source(String expression, Visit visit) {
        return value(expression.substring(1), visit, Optional.empty())
                .filter(text -> !text.isEmpty());
    }

    /// A text with its expressions filled in.
    ///
    /// @param answer of the backend, for what is made of it
    static String filled(String text, Visit visit, Optional<Outgoing> answer) {
        return PART.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                value(String.valueOf(found.group(1)), visit, answer).orElse("")));
    }

    private static Optional<String> value(String name, Visit visit, Optional<Outgoing> answer) {
        if (name.indexOf('.') < 0) {
            return Optional.empty();
        }
        var request = visit.request();
        var parts = name.split("\\.", 3);
        var last = parts.length > 2 ? parts[2] : "";
        var place = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "request" ->
                    switch (place) {
                        case "header" -> joined(request.headers().all(last));
                        case "querystring" -> joined(request.query().all(last));
                        case "path" ->
                                last.isEmpty()
                                        ? Optional.of(visit.path())
                                        : Optional.ofNullable(visit.variables().get(last));
                        case "body" -> inBody(request.text(), last);
                        default -> Optional.empty();
                    };
            case "response" ->
                    switch (place) {
                        case "header" -> answer.flatMap(each -> each.headers().last(last));
                        case "body" ->
                                answer.flatMap(each ->
                                        inBody(
                                                new String(each.body(), StandardCharsets.UTF_8),
                                                last));
                        default -> Optional.empty();
                    };
            case "stageVariables" ->
                    Optional.ofNullable(
                            visit.stage()
                                    .stageVariables()
                                    .get(name.substring("stageVariables.".length())));
            default -> Mapped.inContext(visit.context(), name.substring("context.".length()));
        };
    }

    private static Optional<String> joined(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
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
