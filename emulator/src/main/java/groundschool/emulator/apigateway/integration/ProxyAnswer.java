package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a function answers to a proxy integration.
///
/// Source: [Output format of a Lambda function for proxy
/// integration](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format);
/// recorded answers
public final class ProxyAnswer {

    private static final Set<String> MEMBERS =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    /// Headers that are the gateway's own, or another hop's: the backend's get another name.
    private static final Set<String> REMAPPED =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "content-md5",
                    "date",
                    "expect",
                    "host",
                    "max-forwards",
                    "proxy-authenticate",
                    "server",
                    "trailer",
                    "upgrade",
                    "user-agent",
                    "www-authenticate",
                    "x-amzn-requestid");

    private static final Set<String> DROPPED = Set.of("transfer-encoding", "keep-alive");

    private ProxyAnswer() {}

    /// @throws Trouble if it is not as it must be
    public static Outgoing of(byte[] payload, Exchange exchange) {
        var answer = parse(payload);
        int status = status(answer.path("statusCode"));
        var headers = headers(answer);
        if (headers.last("Content-Type").isEmpty()) {
            headers = headers.with("Content-Type", "application/json");
        }
        return new Outgoing(status, headers, body(answer, exchange));
    }

    private static JsonNode parse(byte[] payload) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(payload);
        } catch (JacksonException _) {
            throw malformed();
        }
        if (!answer.isObject() || answer.isEmpty() || !MEMBERS.containsAll(names(answer))) {
            throw malformed();
        }
        var body = answer.path("body");
        if (!body.isMissingNode() && !body.isNull() && !body.isString()) {
            throw malformed();
        }
        return answer;
    }

    private static Set<String> names(JsonNode answer) {
        var names = new HashSet<String>();
        answer.properties().forEach(member -> names.add(member.getKey()));
        return names;
    }

    private static int status(JsonNode code) {
        if (code.isMissingNode() || code.isNull()) {
            return 200;
        }
        try {
            int status = Integer.parseInt(code.asString(""));
            if (status < 100 || status > 599) {
                throw malformed();
            }
            return status;
        } catch (NumberFormatException _) {
            throw malformed();
        }
    }

    private static Fields headers(JsonNode answer) {
        var multi = new LinkedHashMap<String, List<String>>();
        var several = answer.path("multiValueHeaders");
        if (!several.isMissingNode() && !several.isNull()) {
            if (!several.isObject()) {
                throw malformed();
            }
            for (var field : several.properties()) {
                if (!field.getValue().isArray()) {
                    throw malformed();
                }
                multi.put(
                        field.getKey(),
                        field.getValue().valueStream().map(JsonNode::asString).toList());
            }
        }
        var single = answer.path("headers");
        if (!single.isMissingNode() && !single.isNull() && !single.isObject()) {
            throw malformed();
        }
        for (var field : single.properties()) {
            add(multi, field.getKey(), field.getValue());
        }
        var fields = new ArrayList<Map.Entry<String, String>>();
        multi.forEach((name, values) ->
                values.forEach(value -> sent(name, value).ifPresent(fields::add)));
        return new Fields(fields, true);
    }

    /// A value that several have already is not said twice.
    private static void add(Map<String, List<String>> multi, String name, JsonNode value) {
        if (value.isContainer()) {
            throw malformed();
        }
        var known =
                multi.keySet().stream()
                        .filter(each -> each.equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(name);
        var text = value.asString("");
        var values = new ArrayList<>(multi.getOrDefault(known, List.of()));
        if (!values.contains(text)) {
            values.add(text);
        }
        multi.put(known, values);
    }

    /// As it goes to the client; not at all if it says what only this hop knows.
    static Optional<Map.Entry<String, String>> sent(String name, String value) {
        var folded = name.toLowerCase(Locale.ROOT);
        if (DROPPED.contains(folded) || name.isEmpty() || !name.matches("[!-~&&[^:]]+")) {
            return Optional.empty();
        }
        var clean = value.replaceAll("[\\r\\n]+", " ");
        return Optional.of(
                Map.entry(REMAPPED.contains(folded) ? "x-amzn-Remapped-" + name : name, clean));
    }

    private static byte[] body(JsonNode answer, Exchange exchange) {
        var text = answer.path("body").asString("");
        boolean wanted =
                exchange.request()
                        .headers()
                        .last("Accept")
                        .or(() -> Optional.of("*/*"))
                        .filter(exchange.served()::isBinary)
                        .isPresent();
        if (answer.path("isBase64Encoded").asBoolean(false) && wanted) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException _) {
                throw malformed();
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Trouble malformed() {
        return Trouble.badGateway(
                "Execution failed due to configuration error: Malformed Lambda proxy response");
    }
}
