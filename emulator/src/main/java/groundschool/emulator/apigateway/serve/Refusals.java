package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.ResponseType;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes what the gateway itself answers, as the API has it.
///
/// Source: [Gateway
/// responses](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html)
final class Refusals {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{?((?:context|stageVariables)(?:\\.[A-Za-z0-9_-]+)+)\\}?");
    private static final String USUAL = "{\"message\":$context.error.messageString}";

    private Refusals() {}

    /// What AWS says where nobody has set anything else.
    static Outgoing plain(Trouble trouble) {
        return Outgoing.of(trouble.status(), "application/json", trouble.body())
                .with("x-amzn-ErrorType", trouble.errorType());
    }

    static Outgoing of(
            Trouble trouble, Incoming request, Deployments.Staged staged, Journal journal) {
        var own = staged.served().responses();
        var set =
                Optional.ofNullable(own.get(trouble.type().name()))
                        .or(() ->
                                Optional.ofNullable(
                                        own.get(
                                                trouble.status() >= 500
                                                        ? ResponseType.DEFAULT_5XX.name()
                                                        : ResponseType.DEFAULT_4XX.name())));
        if (set.isEmpty()) {
            return plain(trouble);
        }
        var response = set.get();
        var context = journal.context();
        context.put("error", error(trouble));
        var type =
                request.headers()
                        .last("Accept")
                        .map(accept -> accept.split("[,;]", 2)[0].strip())
                        .filter(response.responseTemplates()::containsKey)
                        .orElseGet(() -> firstType(response));
        var template = response.responseTemplates().getOrDefault(type, "");
        var body =
                template.equals(USUAL)
                        ? trouble.body()
                        : filled(template, context, staged.variables());
        var answer =
                Outgoing.of(status(response, trouble), type, body)
                        .with("x-amzn-ErrorType", trouble.errorType());
        for (var parameter : response.responseParameters().entrySet()) {
            var name = parameter.getKey().replace("gatewayresponse.header.", "");
            var value = value(parameter.getValue(), request, context, staged.variables(), journal);
            if (value.isPresent()) {
                answer = answer.with(name, value.get());
            }
        }
        return answer;
    }

    private static String firstType(GatewayResponse response) {
        return response.responseTemplates().containsKey("application/json")
                ? "application/json"
                : response.responseTemplates().keySet().stream()
                        .sorted()
                        .findFirst()
                        .orElse("application/json");
    }

    private static int status(GatewayResponse response, Trouble trouble) {
        return response.statusCode()
                .filter(_ -> !response.responseType().startsWith("DEFAULT") || isSet(response))
                .filter(code -> code.matches("[1-5][0-9][0-9]"))
                .map(Integer::parseInt)
                .orElse(trouble.status());
    }

    private static boolean isSet(GatewayResponse response) {
        return response.statusCode().isPresent();
    }

    private static Map<String, Object> error(Trouble trouble) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", trouble.message().orElse("null"));
        error.put(
                "messageString",
                trouble.message()
                        .map(text -> Json.mapper().writeValueAsString(text))
                        .orElse("null"));
        error.put("responseType", trouble.type().name());
        return error;
    }

    /// These templates know variables only, and nothing else of Velocity.
    private static String filled(
            String template, Map<String, Object> context, Map<String, String> stageVariables) {
        return VARIABLE.matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                variable(String.valueOf(found.group(1)), context, stageVariables)
                                        .orElse("")));
    }

    private static Optional<String> variable(
            String name, Map<String, Object> context, Map<String, String> stageVariables) {
        return name.startsWith("stageVariables.")
                ? Optional.ofNullable(
                        stageVariables.get(name.substring("stageVariables.".length())))
                : Mapped.inContext(context, name.substring("context.".length()));
    }

    private static Optional<String> value(
            String expression,
            Incoming request,
            Map<String, Object> context,
            Map<String, String> stageVariables,
            Journal journal) {
        if (expression.startsWith("'") && expression.endsWith("'") && expression.length() > 1) {
            return Optional.of(expression.substring(1, expression.length() - 1));
        }
        if (expression.startsWith("context.") || expression.startsWith("stageVariables.")) {
            return variable(expression, context, stageVariables);
        }
        var parts = expression.split("\\.", 4);
        if (parts.length < 4) {
            return Optional.empty();
        }
        return switch (parts[2]) {
            case "header" -> request.headers().last(parts[3]);
            case "querystring" -> request.query().last(parts[3]);
            case "path" -> journal.variable(parts[3]);
            default -> Optional.empty();
        };
    }
}
