package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.apigateway.rest.Snapshot;
import groundschool.emulator.wire.Json;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes an API as an OpenAPI document.
///
/// Source: [Export a REST
/// API](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-export-api.html);
/// recorded documents
public final class Exporter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Snapshot snapshot;
    private final boolean third;
    private final boolean integrations;
    private final boolean authorizers;

    /// @param third whether as version 3, or else as 2
    /// @param integrations whether with what is behind the methods
    /// @param authorizers whether with who may call them
    public Exporter(Snapshot snapshot, boolean third, boolean integrations, boolean authorizers) {
        this.snapshot = snapshot;
        this.third = third;
        this.integrations = integrations;
        this.authorizers = authorizers;
    }

    public ObjectNode document(String stage, String region) {
        var api = snapshot.api();
        var root = NODES.objectNode();
        root.put(third ? "openapi" : "swagger", third ? "3.0.1" : "2.0");
        var info = root.putObject("info");
        info.put("title", api.name());
        api.description().ifPresent(text -> info.put("description", text));
        info.put("version", api.version().orElse(api.createdDate().toString()));
        var host = "%s.execute-api.%s.amazonaws.com".formatted(api.id(), region);
        if (third) {
            var server = root.putArray("servers").addObject();
            server.put("url", "https://" + host + "/{basePath}");
            server.putObject("variables").putObject("basePath").put("default", stage);
        } else {
            root.put("host", host);
            root.put("basePath", "/" + stage);
            root.putArray("schemes").add("https");
        }
        paths(root.putObject("paths"));
        components(root);
        if (integrations) {
            extensions(root);
        }
        return root;
    }

    private void paths(ObjectNode paths) {
        var writer = new OperationWriter(snapshot, third, integrations, authorizers);
        for (var resource : snapshot.resources()) {
            if (resource.methods().isEmpty()) {
                continue;
            }
            var item = paths.putObject(resource.path());
            new TreeMap<>(resource.methods())
                    .forEach((verb, method) ->
                            item.set(
                                    verb.equals("ANY")
                                            ? "x-amazon-apigateway-any-method"
                                            : verb.toLowerCase(Locale.ROOT),
                                    writer.operation(method)));
        }
    }

    private void components(ObjectNode root) {
        var schemas = NODES.objectNode();
        for (var model : snapshot.models()) {
            try {
                schemas.set(
                        model.name(),
                        Json.mapper()
                                .readTree(References.toPlaces(model.schema().orElse("{}"), third)));
            } catch (JacksonException _) {
                schemas.putObject(model.name());
            }
        }
        var security = security();
        var home = third ? root.putObject("components") : root;
        if (!schemas.isEmpty()) {
            home.set(third ? "schemas" : "definitions", schemas);
        }
        if (!security.isEmpty()) {
            home.set(third ? "securitySchemes" : "securityDefinitions", security);
        }
    }

    private ObjectNode security() {
        var security = NODES.objectNode();
        boolean keys =
                snapshot.resources().stream()
                        .flatMap(resource -> resource.methods().values().stream())
                        .anyMatch(method -> method.apiKeyRequired().orElse(false));
        if (keys) {
            security.putObject("api_key")
                    .put("type", "apiKey")
                    .put("name", "x-api-key")
                    .put("in", "header");
        }
        if (!authorizers) {
            return security;
        }
        for (var authorizer : snapshot.authorizers()) {
            var scheme = security.putObject(authorizer.name());
            scheme.put("type", "apiKey");
            scheme.put(
                    "name",
                    authorizer.type().equals("REQUEST")
                            ? "Unused"
                            : authorizer
                                    .identitySource()
                                    .orElse("")
                                    .replaceFirst("method\\.request\\.header\\.", ""));
            scheme.put("in", "header");
            authorizer
                    .authType()
                    .ifPresent(type -> scheme.put("x-amazon-apigateway-authtype", type));
            var extension = scheme.putObject("x-amazon-apigateway-authorizer");
            extension.put("type", authorizer.type().toLowerCase(Locale.ROOT));
            authorizer.authorizerUri().ifPresent(uri -> extension.put("authorizerUri", uri));
            authorizer
                    .authorizerCredentials()
                    .ifPresent(role -> extension.put("authorizerCredentials", role));
            authorizer
                    .authorizerResultTtlInSeconds()
                    .ifPresent(ttl -> extension.put("authorizerResultTtlInSeconds", ttl));
            authorizer
                    .identityValidationExpression()
                    .ifPresent(text -> extension.put("identityValidationExpression", text));
            authorizer
                    .identitySource()
                    .ifPresent(source -> extension.put("identitySource", source));
            authorizer
                    .providerARNs()
                    .ifPresent(arns -> {
                        var array = extension.putArray("providerARNs");
                        arns.forEach(array::add);
                    });
        }
        boolean signed =
                snapshot.resources().stream()
                        .flatMap(resource -> resource.methods().values().stream())
                        .anyMatch(method -> method.authorization().equals("AWS_IAM"));
        if (signed) {
            security.putObject("sigv4")
                    .put("type", "apiKey")
                    .put("name", "Authorization")
                    .put("in", "header")
                    .put("x-amazon-apigateway-authtype", "awsSigv4");
        }
        return security;
    }

    private void extensions(ObjectNode root) {
        var api = snapshot.api();
        if (!snapshot.validators().isEmpty()) {
            var validators = root.putObject("x-amazon-apigateway-request-validators");
            for (var validator : snapshot.validators()) {
                validators
                        .putObject(validator.name().orElse(validator.id()))
                        .put("validateRequestParameters", validator.validateRequestParameters())
                        .put("validateRequestBody", validator.validateRequestBody());
            }
        }
        if (!snapshot.responses().isEmpty()) {
            var responses = root.putObject("x-amazon-apigateway-gateway-responses");
            for (var response : snapshot.responses()) {
                var node = responses.putObject(response.responseType());
                response.statusCode().ifPresent(code -> node.put("statusCode", code));
                put(node, "responseParameters", response.responseParameters());
                put(node, "responseTemplates", response.responseTemplates());
            }
        }
        api.binaryMediaTypes()
                .ifPresent(types -> {
                    var array = root.putArray("x-amazon-apigateway-binary-media-types");
                    types.forEach(array::add);
                });
        api.minimumCompressionSize()
                .ifPresent(size -> root.put("x-amazon-apigateway-minimum-compression-size", size));
        api.policy()
                .ifPresent(policy ->
                        root.set("x-amazon-apigateway-policy", Json.mapper().readTree(policy)));
    }

    static void put(ObjectNode node, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            var object = node.putObject(name);
            new TreeMap<>(texts).forEach(object::put);
        }
    }
}
