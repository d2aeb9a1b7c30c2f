package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.api.Integration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Integrations of HTTP APIs as OpenAPI documents have them.
///
/// Source:
/// [x-amazon-apigateway-integration](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html)
final class HttpDocument {

    private static final int USUAL_TIMEOUT = 30_000;

    private HttpDocument() {}

    static Integration integration(JsonNode node, String id) {
        var type = node.path("type").asString("").toUpperCase(Locale.ROOT);
        var verb = node.path("httpMethod").stringValueOpt();
        return new Integration(
                id,
                type,
                node.path("uri").stringValueOpt(),
                type.equals("AWS_PROXY") ? verb.or(() -> Optional.of("POST")) : verb,
                node.path("connectionType").asString("INTERNET"),
                node.path("payloadFormatVersion").asString("1.0"),
                node.path("timeoutInMillis").asInt(USUAL_TIMEOUT),
                node.path("credentials").stringValueOpt(),
                node.path("description").stringValueOpt(),
                some(texts(node.path("requestParameters"))),
                some(byStatus(node.path("responseParameters"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static <V> Optional<Map<String, V>> some(Map<String, V> map) {
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        for (var member : node.properties()) {
            texts.put(member.getKey(), member.getValue().asString(""));
        }
        return texts;
    }

    private static Map<String, Map<String, String>> byStatus(JsonNode node) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var member : node.properties()) {
            all.put(member.getKey(), texts(member.getValue()));
        }
        return all;
    }

    static void write(ObjectNode node, Integration integration) {
        node.put("payloadFormatVersion", integration.payloadFormatVersion());
        node.put("type", integration.integrationType().toLowerCase(Locale.ROOT));
        integration.integrationMethod().ifPresent(verb -> node.put("httpMethod", verb));
        integration.integrationUri().ifPresent(uri -> node.put("uri", uri));
        integration.credentialsArn().ifPresent(role -> node.put("credentials", role));
        integration.description().ifPresent(text -> node.put("description", text));
        node.put("connectionType", integration.connectionType());
        if (integration.timeoutInMillis() != USUAL_TIMEOUT) {
            node.put("timeoutInMillis", integration.timeoutInMillis());
        }
        integration
                .requestParameters()
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> put(node.putObject("requestParameters"), all));
        integration
                .responseParameters()
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> {
                    var byStatus = node.putObject("responseParameters");
                    new TreeMap<>(all)
                            .forEach((status, each) -> put(byStatus.putObject(status), each));
                });
    }

    private static void put(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put);
    }
}
