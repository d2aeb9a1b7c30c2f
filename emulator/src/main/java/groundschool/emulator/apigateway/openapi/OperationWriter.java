package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes what a path does for a verb.
record OperationWriter(
        Snapshot snapshot, boolean third, boolean integrations, boolean authorizers) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode operation(Method method) {
        var node = NODES.objectNode();
        method.operationName().ifPresent(name -> node.put("operationId", name));
        if (!third) {
            put(node, "consumes", consumed(method));
            put(node, "produces", produced(method));
        }
        parameters(node, method);
        responses(node.putObject("responses"), method);
        security(node, method);
        if (integrations) {
            method.requestValidatorId()
                    .flatMap(id ->
                            snapshot.validators().stream()
                                    .filter(each -> each.id().equals(id))
                                    .findFirst())
                    .ifPresent(validator ->
                            node.put(
                                    "x-amazon-apigateway-request-validator",
                                    validator.name().orElse(validator.id())));
            method.methodIntegration()
                    .ifPresent(integration ->
                            integration(
                                    node.putObject("x-amazon-apigateway-integration"),
                                    integration));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Set<String> types) {
        if (!types.isEmpty()) {
            types.forEach(node.putArray(name)::add);
        }
    }

    /// The types for which there is a model, or else a template.
    private static Set<String> consumed(Method method) {
        var modelled = method.requestModels().orElse(Map.of()).keySet();
        return modelled.isEmpty()
                ? method.methodIntegration()
                        .flatMap(Integration::requestTemplates)
                        .map(Map::keySet)
                        .orElse(Set.of())
                : modelled;
    }

    /// The types for which an answer has a model or a template.
    private static Set<String> produced(Method method) {
        var types = new TreeSet<String>();
        for (var response : method.methodResponses().orElse(Map.of()).values()) {
            types.addAll(response.responseModels().orElse(Map.of()).keySet());
        }
        if (types.isEmpty()) {
            for (var response :
                    method.methodIntegration()
                            .flatMap(Integration::integrationResponses)
                            .orElse(Map.of())
                            .values()) {
                types.addAll(response.responseTemplates().orElse(Map.of()).keySet());
            }
        }
        return types;
    }

    private void parameters(ObjectNode node, Method method) {
        var parameters = NODES.arrayNode();
        method.requestParameters()
                .orElse(Map.of())
                .forEach((name, required) -> {
                    var parts = name.split("\\.", 4);
                    var parameter = parameters.addObject();
                    parameter.put("name", parts[3]);
                    parameter.put("in", parts[2].equals("querystring") ? "query" : parts[2]);
                    if (!third || required || parts[2].equals("path")) {
                        parameter.put("required", required || parts[2].equals("path"));
                    }
                    if (third) {
                        parameter.putObject("schema").put("type", "string");
                    } else {
                        parameter.put("type", "string");
                    }
                });
        var models = method.requestModels().orElse(Map.of());
        if (!third && !models.isEmpty()) {
            var name = new TreeMap<>(models).firstEntry().getValue();
            var body =
                    parameters
                            .addObject()
                            .put("in", "body")
                            .put("name", name)
                            .put("required", true);
            body.putObject("schema").put("$ref", "#/definitions/" + name);
        }
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        if (third && !models.isEmpty()) {
            var requestBody = node.putObject("requestBody");
            var content = requestBody.putObject("content");
            requestBody.put("required", true);
            new TreeMap<>(models)
                    .forEach((type, name) ->
                            content.putObject(type)
                                    .putObject("schema")
                                    .put("$ref", "#/components/schemas/" + name));
        }
    }

    private void responses(ObjectNode node, Method method) {
        new TreeMap<>(method.methodResponses().orElse(Map.of()))
                .forEach((status, response) -> {
                    var written = node.putObject(status).put("description", status + " response");
                    var headers = new TreeMap<>(response.responseParameters().orElse(Map.of()));
                    for (var header : headers.keySet()) {
                        var declared =
                                written.withObject("headers")
                                        .putObject(
                                                header.replaceFirst(
                                                        "method\\.response\\.header\\.", ""));
                        if (third) {
                            declared.putObject("schema").put("type", "string");
                        } else {
                            declared.put("type", "string");
                        }
                    }
                    var models = new TreeMap<>(response.responseModels().orElse(Map.of()));
                    if (third) {
                        var content = written.putObject("content");
                        models.forEach((type, name) ->
                                content.putObject(type)
                                        .putObject("schema")
                                        .put("$ref", "#/components/schemas/" + name));
                    } else if (!models.isEmpty()) {
                        written.putObject("schema")
                                .put("$ref", "#/definitions/" + models.firstEntry().getValue());
                    }
                });
    }

    private void security(ObjectNode node, Method method) {
        var security = NODES.arrayNode();
        if (authorizers) {
            if (method.authorization().equals("AWS_IAM")) {
                security.addObject().putArray("sigv4");
            }
            method.authorizerId()
                    .flatMap(id ->
                            snapshot.authorizers().stream()
                                    .filter(each -> each.id().equals(id))
                                    .findFirst())
                    .ifPresent(authorizer -> {
                        var scopes = security.addObject().putArray(authorizer.name());
                        method.authorizationScopes().orElse(List.of()).forEach(scopes::add);
                    });
        }
        if (method.apiKeyRequired().orElse(false)) {
            security.addObject().putArray("api_key");
        }
        if (!security.isEmpty()) {
            node.set("security", security);
        }
    }

    private static void integration(ObjectNode node, Integration integration) {
        node.put("type", integration.type().toLowerCase(Locale.ROOT));
        integration.httpMethod().ifPresent(verb -> node.put("httpMethod", verb));
        integration.uri().ifPresent(uri -> node.put("uri", uri));
        integration.credentials().ifPresent(role -> node.put("credentials", role));
        integration
                .connectionType()
                .filter(type -> !type.equals("INTERNET"))
                .ifPresent(type -> node.put("connectionType", type));
        integration.contentHandling().ifPresent(how -> node.put("contentHandling", how));
        Exporter.put(node, "requestParameters", integration.requestParameters().orElse(Map.of()));
        Exporter.put(
                node, "requestTemplates", texts(integration.requestTemplates().orElse(Map.of())));
        node.put("passthroughBehavior", integration.passthroughBehavior().toLowerCase(Locale.ROOT));
        if (integration.timeoutInMillis() != Integration.USUAL_TIMEOUT) {
            node.put("timeoutInMillis", integration.timeoutInMillis());
        }
        if (!integration.cacheKeyParameters().isEmpty()) {
            var array = node.putArray("cacheKeyParameters");
            integration.cacheKeyParameters().forEach(array::add);
        }
        var responses = NODES.objectNode();
        new TreeMap<>(integration.integrationResponses().orElse(Map.of()))
                .forEach((status, response) -> {
                    var written =
                            responses.putObject(
                                    response.selectionPattern()
                                            .filter(each -> !each.isEmpty())
                                            .orElse("default"));
                    written.put("statusCode", status);
                    Exporter.put(
                            written,
                            "responseParameters",
                            response.responseParameters().orElse(Map.of()));
                    Exporter.put(
                            written,
                            "responseTemplates",
                            texts(response.responseTemplates().orElse(Map.of())));
                    response.contentHandling()
                            .ifPresent(how -> written.put("contentHandling", how));
                });
        if (!responses.isEmpty()) {
            node.set("responses", responses);
        }
    }

    private static Map<String, String> texts(Map<String, Optional<String>> templates) {
        var texts = new TreeMap<String, String>();
        templates.forEach((type, text) -> text.ifPresent(some -> texts.put(type, some)));
        return texts;
    }
}
