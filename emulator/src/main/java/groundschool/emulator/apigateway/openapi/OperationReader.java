package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.apigateway.operation.IntegrationRules;
import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads what a path does for a verb.
record OperationReader(
        Document document,
        Map<String, SecurityReader.Scheme> schemes,
        Map<String, String> validators) {

    Method method(String verb, JsonNode operation, JsonNode shared, String resource) {
        var security =
                operation.has("security")
                        ? operation.path("security")
                        : document.root().path("security");
        var type = Optional.<String>empty();
        var authorizer = Optional.<String>empty();
        var scopes = new ArrayList<String>();
        boolean key = false;
        for (var alternative : security) {
            for (var wanted : alternative.properties()) {
                var scheme = schemes.get(wanted.getKey());
                if (scheme == null) {
                    continue;
                }
                if (scheme.type().equals("KEY")) {
                    key = true;
                } else {
                    type = Optional.of(scheme.type());
                    authorizer = scheme.authorizerId();
                    scopes.addAll(Texts.list(wanted.getValue()));
                }
            }
        }
        if (operation
                .path("x-amazon-apigateway-auth")
                .path("type")
                .asString("")
                .equalsIgnoreCase("AWS_IAM")) {
            type = Optional.of("AWS_IAM");
        }
        return new Method(
                Optional.of(verb),
                Optional.of(type.orElse("NONE")),
                authorizer,
                Optional.of(key),
                validator(operation),
                operation.path("operationId").stringValueOpt(),
                parameters(operation, shared),
                requestModels(operation, shared),
                responses(operation.path("responses")),
                integration(operation.path("x-amazon-apigateway-integration"), resource),
                scopes.isEmpty() ? Optional.empty() : Optional.of(scopes));
    }

    private Optional<String> validator(JsonNode operation) {
        return operation
                .path("x-amazon-apigateway-request-validator")
                .stringValueOpt()
                .or(() ->
                        document.root()
                                .path("x-amazon-apigateway-request-validator")
                                .stringValueOpt())
                .flatMap(name -> Optional.ofNullable(validators.get(name)));
    }

    private List<JsonNode> all(JsonNode operation, JsonNode shared) {
        return Stream.concat(shared.valueStream(), operation.path("parameters").valueStream())
                .map(document::resolved)
                .toList();
    }

    private Optional<Map<String, Boolean>> parameters(JsonNode operation, JsonNode shared) {
        var parameters = new LinkedHashMap<String, Boolean>();
        for (var parameter : all(operation, shared)) {
            var place =
                    switch (parameter.path("in").asString("")) {
                        case "path" -> "path";
                        case "query" -> "querystring";
                        case "header" -> "header";
                        default -> "";
                    };
            if (!place.isEmpty()) {
                parameters.put(
                        "method.request." + place + "." + parameter.path("name").asString(""),
                        parameter.path("required").asBoolean(false));
            }
        }
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters);
    }

    private Optional<Map<String, String>> requestModels(JsonNode operation, JsonNode shared) {
        var models = new TreeMap<String, String>();
        for (var parameter : all(operation, shared)) {
            if (parameter.path("in").asString("").equals("body")) {
                References.name(parameter.path("schema"))
                        .ifPresent(name -> models.put(firstType(operation.path("consumes")), name));
            }
        }
        document.resolved(operation.path("requestBody"))
                .path("content")
                .properties()
                .forEach(content ->
                        References.name(content.getValue().path("schema"))
                                .ifPresent(name -> models.put(content.getKey(), name)));
        return models.isEmpty() ? Optional.empty() : Optional.of(models);
    }

    private String firstType(JsonNode types) {
        var own = types.isMissingNode() ? document.root().path("consumes") : types;
        return own.path(0).asString("application/json");
    }

    private Optional<Map<String, MethodResponse>> responses(JsonNode node) {
        var responses = new TreeMap<String, MethodResponse>();
        for (var entry : node.properties()) {
            if (!entry.getKey().matches("[1-5][0-9][0-9]")) {
                continue;
            }
            var response = document.resolved(entry.getValue());
            var headers = new TreeMap<String, Boolean>();
            response.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put("method.response.header." + header.getKey(), false));
            var models = new TreeMap<String, String>();
            References.name(response.path("schema"))
                    .ifPresent(name -> models.put("application/json", name));
            response.path("content")
                    .properties()
                    .forEach(content ->
                            References.name(content.getValue().path("schema"))
                                    .ifPresent(name -> models.put(content.getKey(), name)));
            responses.put(
                    entry.getKey(),
                    new MethodResponse(
                            entry.getKey(),
                            headers.isEmpty() ? Optional.empty() : Optional.of(headers),
                            models.isEmpty() ? Optional.empty() : Optional.of(models)));
        }
        return responses.isEmpty() ? Optional.empty() : Optional.of(responses);
    }

    private static Optional<Integration> integration(JsonNode node, String resource) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        var responses = new TreeMap<String, IntegrationResponse>();
        for (var entry : node.path("responses").properties()) {
            var response = entry.getValue();
            var status = response.path("statusCode").asString("200");
            responses.put(
                    status,
                    new IntegrationResponse(
                            status,
                            entry.getKey().equals("default")
                                    ? Optional.empty()
                                    : Optional.of(entry.getKey()),
                            Texts.map(response.path("responseParameters")),
                            Texts.templates(response.path("responseTemplates")),
                            response.path("contentHandling").stringValueOpt()));
        }
        return Optional.of(
                IntegrationRules.checked(
                        new Integration(
                                node.path("type").asString("").toUpperCase(Locale.ROOT),
                                node.path("httpMethod").stringValueOpt(),
                                node.path("uri").stringValueOpt(),
                                node.path("connectionType").stringValueOpt(),
                                node.path("connectionId").stringValueOpt(),
                                node.path("credentials").stringValueOpt(),
                                Texts.map(node.path("requestParameters")),
                                Texts.templates(node.path("requestTemplates")),
                                node.path("passthroughBehavior")
                                        .asString("when_no_match")
                                        .toUpperCase(Locale.ROOT),
                                node.path("contentHandling").stringValueOpt(),
                                node.path("timeoutInMillis").asInt(Integration.USUAL_TIMEOUT),
                                node.path("cacheNamespace").asString(resource),
                                Texts.list(node.path("cacheKeyParameters")),
                                responses.isEmpty() ? Optional.empty() : Optional.of(responses),
                                Optional.empty())));
    }
}
