package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.RequestContext1;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.apigateway.template.InputVariable;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.apigateway.template.Templates;
import groundschool.emulator.apigateway.template.UtilVariable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How requests become those of backends, and backends' answers become those of methods.
///
/// Source: [Request and response
/// transformations](https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-data-transformations.html)
public final class Transformation {

    /// A request to a backend.
    ///
    /// @param path the variables of the URI
    /// @param context what templates saw as `$context`, with all that they set there: those of the
    ///   answer see it too
    public record Sent(
            Map<String, String> path,
            Fields query,
            Fields headers,
            byte[] body,
            Map<String, Object> context) {}

    private Transformation() {}

    /// What a backend gets that is asked by templates and mappings.
    ///
    /// @throws Trouble if there is no template for what was sent, or it fails
    static Sent request(Integration integration, Exchange exchange) {
        var context = RequestContext1.forTemplates(exchange);
        var override = new LinkedHashMap<String, Object>();
        for (var place : List.of("header", "querystring", "path")) {
            override.put(place, new LinkedHashMap<String, Object>());
        }
        context.put("requestOverride", override);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("header", new LinkedHashMap<String, Object>());
        context.put("responseOverride", answer);
        var body = body(integration, exchange, context);
        var mapped = parameters(integration, exchange);
        return new Sent(
                overridden(mapped.path(), override.get("path")),
                with(mapped.query(), override.get("querystring")),
                with(mapped.headers(), override.get("header")),
                body,
                context);
    }

    /// What the parameters of the integration are made of.
    static Sent parameters(Integration integration, Exchange exchange) {
        var path = new LinkedHashMap<String, String>();
        var query = new Fields(List.of(), false);
        var headers = Fields.NO_HEADERS;
        for (var mapping : integration.requestParameters().orElse(Map.of()).entrySet()) {
            var value = Mapped.request(mapping.getValue(), exchange);
            var target = mapping.getKey().split("\\.", 4);
            if (value.isEmpty() || target.length < 4) {
                continue;
            }
            switch (target[2]) {
                case "path" -> path.put(target[3], value.get());
                case "querystring" -> query = query.with(target[3], value.get());
                default -> headers = headers.with(target[3], value.get());
            }
        }
        return new Sent(path, query, headers, new byte[0], Map.of());
    }

    private static Map<String, String> overridden(Map<String, String> values, @Nullable Object by) {
        var all = new LinkedHashMap<>(values);
        if (by instanceof Map<?, ?> map) {
            map.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(value)));
        }
        return all;
    }

    private static Fields with(Fields fields, @Nullable Object by) {
        var all = fields;
        if (by instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                all = all.with(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
            }
        }
        return all;
    }

    private static byte[] body(
            Integration integration, Exchange exchange, Map<String, Object> context) {
        var request = exchange.request();
        var template = template(integration, request.contentType());
        var sent = ContentHandling.sent(integration.contentHandling(), exchange);
        if (template.isEmpty()) {
            return sent;
        }
        return run(template.get(), new String(sent, StandardCharsets.UTF_8), exchange, context)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The template for a type; nothing if the body goes on as it is.
    ///
    /// Source: [Integration passthrough
    /// behaviors](https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html)
    private static Optional<String> template(Integration integration, String type) {
        var templates = integration.requestTemplates().orElse(Map.of());
        if (templates.containsKey(type)) {
            return templates.getOrDefault(type, Optional.empty());
        }
        boolean passes =
                switch (integration.passthroughBehavior()) {
                    case "WHEN_NO_MATCH" -> true;
                    case "WHEN_NO_TEMPLATES" -> templates.isEmpty();
                    default -> false;
                };
        if (!passes) {
            throw Trouble.unsupportedType();
        }
        return Optional.empty();
    }

    /// What the client has sent, which templates of answers see too.
    private static Map<String, Map<String, String>> parameters(Exchange exchange) {
        return Map.of(
                "path", exchange.variables(),
                "querystring", exchange.request().query().single(),
                "header", exchange.request().headers().single());
    }

    private static String run(
            String template, String body, Exchange exchange, Map<String, Object> context) {
        try {
            return Templates.run(
                    template,
                    Map.of(
                            "input",
                            new InputVariable(body, parameters(exchange)),
                            "util",
                            new UtilVariable(),
                            "context",
                            context,
                            "stageVariables",
                            exchange.stageVariables()));
        } catch (IllegalArgumentException failure) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Unable to transform request: "
                            + failure.getMessage());
        }
    }

    /// What the method answers.
    ///
    /// @param asked with what templates have set meanwhile
    /// @param outcome the backend's status, or a function's error, by which the answer is chosen
    /// @throws Trouble if no answer is for that, or its template fails
    static Outgoing response(
            Integration integration,
            String outcome,
            Fields headers,
            byte[] body,
            Sent asked,
            Exchange exchange) {
        var chosen = choose(integration, outcome);
        var text = new String(body, StandardCharsets.UTF_8);
        var type =
                headers.last("Content-Type")
                        .map(each -> each.split(";", 2)[0].strip())
                        .orElse("application/json");
        var template = responseTemplate(chosen, type, exchange);
        var made =
                template.map(each ->
                        responseBody(each, text, exchange, asked.context())
                                .getBytes(StandardCharsets.UTF_8));
        var sent = Fields.NO_HEADERS.with("Content-Type", contentType(chosen, type, template));
        for (var mapping : chosen.responseParameters().orElse(Map.of()).entrySet()) {
            var value = Mapped.response(mapping.getValue(), headers, text, exchange);
            var name = mapping.getKey().substring("method.response.header.".length());
            var field = value.flatMap(each -> ProxyAnswer.sent(name, each));
            if (field.isPresent()) {
                sent = sent.with(field.get().getKey(), field.get().getValue());
            }
        }
        int status = Integer.parseInt(chosen.statusCode());
        if (asked.context().get("responseOverride") instanceof Map<?, ?> override) {
            sent = with(sent, override.get("header"));
            status = number(String.valueOf(override.get("status"))).orElse(status);
        }
        return new Outgoing(
                status,
                sent,
                ContentHandling.received(chosen.contentHandling(), made.orElse(body)));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-5][0-9][0-9]")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /// The first whose pattern matches; else the one that has none.
    private static IntegrationResponse choose(Integration integration, String outcome) {
        var all = new TreeMap<>(integration.integrationResponses().orElse(Map.of())).values();
        return all.stream()
                .filter(each -> !each.isUsual())
                .filter(each -> matches(each.selectionPattern().orElse(""), outcome))
                .findFirst()
                .or(() -> all.stream().filter(IntegrationResponse::isUsual).findFirst())
                .orElseThrow(() ->
                        Trouble.internal(
                                "Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: "
                                        + outcome));
    }

    private static boolean matches(String pattern, String outcome) {
        try {
            return SafeRegex.matches(pattern, outcome);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<String> responseTemplate(
            IntegrationResponse chosen, String type, Exchange exchange) {
        var templates = chosen.responseTemplates().orElse(Map.of());
        if (templates.containsKey(type)) {
            return templates.getOrDefault(type, Optional.empty());
        }
        var accepted =
                exchange.request().headers().last("Accept").orElse("").split("[,;]", 2)[0].strip();
        if (templates.containsKey(accepted)) {
            return templates.getOrDefault(accepted, Optional.empty());
        }
        return templates.containsKey("application/json")
                ? templates.getOrDefault("application/json", Optional.empty())
                : templates.values().stream().findFirst().flatMap(each -> each);
    }

    private static String contentType(
            IntegrationResponse chosen, String type, Optional<String> template) {
        return template.flatMap(text ->
                        chosen.responseTemplates().orElse(Map.of()).entrySet().stream()
                                .filter(each -> each.getValue().filter(text::equals).isPresent())
                                .map(Map.Entry::getKey)
                                .findFirst())
                .orElse(type);
    }

    private static String responseBody(
            String template, String body, Exchange exchange, Map<String, Object> context) {
        try {
            return Templates.run(
                    template,
                    Map.of(
                            "input",
                            new InputVariable(body, parameters(exchange)),
                            "util",
                            new UtilVariable(),
                            "context",
                            context,
                            "stageVariables",
                            exchange.stageVariables()));
        } catch (IllegalArgumentException failure) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Unable to transform response: "
                            + failure.getMessage());
        }
    }
}
