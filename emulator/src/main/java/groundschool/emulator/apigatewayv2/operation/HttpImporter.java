package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Times;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Makes an HTTP API of an OpenAPI document.
///
/// Source: [Working with OpenAPI definitions for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html)
final class HttpImporter {

    private static final List<String> VERBS =
            List.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final String DEFAULT_PATH = "/$default";

    private final Document document;
    private final HttpApis apis;
    private final Call call;
    private final List<String> warnings = new ArrayList<>();

    /// One integration serves all operations that refer to it.
    private final Map<JsonNode, String> integrations = new HashMap<>();

    private HttpImporter(Document document, HttpApis apis, Call call) {
        this.document = document;
        this.apis = apis;
        this.call = call;
    }

    /// @throws AwsException if it is no OpenAPI document of version 3
    static HttpImporter of(String body, HttpApis apis, Call call) {
        var document = Document.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!document.isThird()) {
            throw V2Errors.badRequest(
                    "Invalid OpenAPI input. Only OpenAPI 3.0 definitions are supported for HTTP APIs.");
        }
        return new HttpImporter(document, apis, call);
    }

    /// The API as the document describes it, without anything in it.
    HttpApi described(String id, String createdDate, Map<String, String> known) {
        var info = document.root().path("info");
        var tags = new LinkedHashMap<>(known);
        for (var tag : document.root().path("tags")) {
            tag.path("x-amazon-apigateway-tag-value")
                    .stringValueOpt()
                    .ifPresent(value -> tags.put(tag.path("name").asString(""), value));
        }
        var endpoint =
                document.root()
                        .path("servers")
                        .path(0)
                        .path("x-amazon-apigateway-endpoint-configuration");
        return new HttpApi(
                "https://%s.execute-api.%s.amazonaws.com".formatted(id, call.region()),
                id,
                info.path("title")
                        .stringValueOpt()
                        .orElseThrow(() ->
                                V2Errors.badRequest(
                                        "Invalid OpenAPI input. info.title is missing.")),
                "HTTP",
                CreateApi.SELECTION,
                "$request.header.x-api-key",
                "ipv4",
                endpoint.path("disableExecuteApiEndpoint").asBoolean(false),
                cors(document.root().path("x-amazon-apigateway-cors")),
                createdDate,
                info.path("description").stringValueOpt(),
                info.path("version").stringValueOpt(),
                tags);
    }

    private static Optional<Cors> cors(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        var cors =
                Optional.of(
                        new Cors(
                                node.path("allowCredentials").booleanValueOpt(),
                                list(node.path("allowHeaders")),
                                list(node.path("allowMethods")),
                                list(node.path("allowOrigins")),
                                list(node.path("exposeHeaders")),
                                node.path("maxAge").isInt()
                                        ? Optional.of(node.path("maxAge").asInt())
                                        : Optional.empty()));
        CorsRules.check(cors);
        return cors;
    }

    static Optional<List<String>> list(JsonNode node) {
        return node.isArray()
                ? Optional.of(node.valueStream().map(JsonNode::asString).toList())
                : Optional.empty();
    }

    /// Puts into the API all that the document has.
    ///
    /// @param basepath what becomes of the path that its servers name: `ignore`, `prepend` or
    ///   `split`
    void fill(HttpApi api, String basepath) {
        var prefix = prefix(basepath);
        var authorizers = new HttpSecurity(document, apis, call).authorizers(api);
        for (var path : document.root().path("paths").properties()) {
            var item = document.resolved(path.getValue());
            for (var operation : item.properties()) {
                var name = operation.getKey();
                if (!VERBS.contains(name) && !name.equals(ANY)) {
                    continue;
                }
                var key =
                        path.getKey().equals(DEFAULT_PATH)
                                ? "$default"
                                : (name.equals(ANY) ? "ANY" : name.toUpperCase(Locale.ROOT))
                                        + " "
                                        + prefix
                                        + path.getKey();
                route(api, key, operation.getValue(), authorizers);
            }
        }
    }

    private String prefix(String basepath) {
        return switch (basepath) {
            case "ignore" -> "";
            case "prepend" -> document.basePath();
            case "split" -> document.basePath().replaceFirst("^/[^/]+", "");
            default ->
                    throw V2Errors.badRequest(
                            "Invalid basepath: must be one of ignore, prepend, split");
        };
    }

    private void route(
            HttpApi api,
            String key,
            JsonNode operation,
            Map<String, HttpSecurity.Scheme> authorizers) {
        var node = document.resolved(operation.path(INTEGRATION));
        if (!node.isObject()) {
            warnings.add("Route %s has no integration.".formatted(key));
        }
        var target =
                node.isObject()
                        ? Optional.of("integrations/" + integration(api, node))
                        : Optional.<String>empty();
        var security =
                operation.path("security").isMissingNode()
                        ? document.root().path("security")
                        : operation.path("security");
        var wanted =
                security.valueStream()
                        .flatMap(each -> each.properties().stream())
                        .filter(each -> authorizers.containsKey(each.getKey()))
                        .findFirst();
        var scheme =
                wanted.flatMap(each -> Optional.ofNullable(authorizers.get(each.getKey())))
                        .orElse(HttpSecurity.NONE);
        var scopes = wanted.flatMap(each -> list(each.getValue())).filter(all -> !all.isEmpty());
        var route =
                RouteRules.checked(
                        api.apiId(),
                        new Route(
                                Ids.next(call.random(), Ids.SHORT),
                                key,
                                target,
                                scheme.type(),
                                scheme.authorizerId(),
                                scopes,
                                false,
                                operation.path("operationId").stringValueOpt(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        apis,
                        call);
        apis.put(call.region(), api.apiId(), route);
    }

    private String integration(HttpApi api, JsonNode node) {
        var known = Optional.ofNullable(integrations.get(node));
        if (known.isPresent()) {
            return known.get();
        }
        var integration =
                IntegrationRules.checked(
                        api, HttpDocument.integration(node, Ids.next(call.random(), Ids.SHORT)));
        apis.put(call.region(), api.apiId(), integration);
        integrations.put(node, integration.integrationId());
        return integration.integrationId();
    }

    /// What the document leaves open.
    ///
    /// @throws AwsException if there are warnings that must not be
    List<String> warnings(Optional<Boolean> failOnWarnings) {
        if (failOnWarnings.orElse(false) && !warnings.isEmpty()) {
            throw V2Errors.badRequest(
                    "Warnings found during import:\n\t" + String.join("\n\t", warnings));
        }
        return List.copyOf(warnings);
    }

    /// When an API is made now.
    String now() {
        return Times.text(call.now());
    }
}
