package groundschool.emulator.apigateway.template;

import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.RequestContext1;
import groundschool.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Values that are taken from a request or an answer by a mapping expression, such as
/// `method.request.header.Auth`, `integration.response.body.id`, `context.requestId` or `'text'`.
///
/// Source: [Parameter mapping
/// reference](https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html)
public final class Mapped {

    private Mapped() {}

    /// Of a request.
    ///
    /// @return nothing if it is not there
    public static Optional<String> request(String expression, Exchange exchange) {
        var request = exchange.request();
        var parts = expression.split("\\.", 4);
        if (parts.length >= 3 && parts[0].equals("method") && parts[1].equals("request")) {
            var name = parts.length > 3 ? parts[3] : "";
            return switch (parts[2]) {
                case "header" -> request.headers().last(name);
                case "multivalueheader" -> joined(request.headers().all(name));
                case "querystring" -> request.query().last(name);
                case "multivaluequerystring" -> joined(request.query().all(name));
                case "path" -> Optional.ofNullable(exchange.variables().get(name));
                case "body" -> ofBody(request.text(), name);
                default -> Optional.empty();
            };
        }
        return common(expression, exchange);
    }

    /// Of a backend's answer.
    public static Optional<String> response(
            String expression, Fields headers, String body, Exchange exchange) {
        var parts = expression.split("\\.", 4);
        if (parts.length >= 3 && parts[0].equals("integration") && parts[1].equals("response")) {
            var name = parts.length > 3 ? parts[3] : "";
            return switch (parts[2]) {
                case "header" -> headers.last(name);
                case "multivalueheader" -> joined(headers.all(name));
                case "body" -> ofBody(body, name);
                default -> Optional.empty();
            };
        }
        return common(expression, exchange);
    }

    private static Optional<String> joined(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    private static Optional<String> ofBody(String body, String path) {
        if (path.isEmpty()) {
            return Optional.of(body);
        }
        try {
            var whole = JsonList.of(Json.mapper().readTree(body));
            var found = JsonPath.read(whole, "$." + path).found();
            return found.isEmpty() ? Optional.empty() : Optional.of(text(found.getFirst()));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A value as a parameter has it.
    static String text(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? Json.mapper().writeValueAsString(value)
                : value.toString();
    }

    private static Optional<String> common(String expression, Exchange exchange) {
        if (expression.length() > 1 && expression.startsWith("'") && expression.endsWith("'")) {
            return Optional.of(expression.substring(1, expression.length() - 1));
        }
        if (expression.startsWith("stageVariables.")) {
            return Optional.ofNullable(
                    exchange.stageVariables()
                            .get(expression.substring("stageVariables.".length())));
        }
        if (expression.startsWith("context.")) {
            return inContext(
                    RequestContext1.forTemplates(exchange),
                    expression.substring("context.".length()));
        }
        return Optional.empty();
    }

    /// What a dotted name leads to.
    public static Optional<String> inContext(Map<String, Object> context, String name) {
        @Nullable Object at = context;
        for (var part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return Optional.ofNullable(at).map(Mapped::text);
    }
}
