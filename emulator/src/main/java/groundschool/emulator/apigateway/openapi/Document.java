package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// An OpenAPI document, of version 2.0 (Swagger) or 3.0.
///
/// Source: [OpenAPI extensions for API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html)
public record Document(JsonNode root) {

    private static final int MOST_DEPTH = 200;

    /// Reads JSON or YAML.
    ///
    /// @throws AwsException if it is neither, or no OpenAPI document
    public static Document read(byte[] body) {
        var root = parse(new String(body, StandardCharsets.UTF_8));
        if (!root.isObject() || !root.has("swagger") && !root.has("openapi")) {
            throw GatewayErrors.badRequest("Invalid OpenAPI input.");
        }
        if (!root.path("paths").isObject() && !root.path("paths").isMissingNode()) {
            throw GatewayErrors.badRequest("Invalid OpenAPI input.");
        }
        return new Document(root);
    }

    private static JsonNode parse(String text) {
        try {
            return text.stripLeading().startsWith("{")
                    ? Json.mapper().readTree(text)
                    : YAMLMapper.builder().build().readTree(text);
        } catch (JacksonException _) {
            throw GatewayErrors.badRequest("Invalid OpenAPI input.");
        }
    }

    /// A document as text.
    public static String text(JsonNode document, boolean yaml) {
        return yaml
                ? YAMLMapper.builder().build().writeValueAsString(document)
                : Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    /// Whether it is of version 3.
    public boolean isThird() {
        return root.has("openapi");
    }

    /// The schemas by name.
    public JsonNode schemas() {
        return isThird() ? root.path("components").path("schemas") : root.path("definitions");
    }

    /// The ways by which requests are allowed, by name.
    public JsonNode security() {
        return isThird()
                ? root.path("components").path("securitySchemes")
                : root.path("securityDefinitions");
    }

    /// What is referred to by `$ref`, or else the thing itself.
    public JsonNode resolved(JsonNode node) {
        var at = node;
        for (int depth = 0; depth < MOST_DEPTH && at.path("$ref").isString(); depth++) {
            var reference = at.path("$ref").asString();
            if (!reference.startsWith("#/")) {
                return at;
            }
            at = root.at(reference.substring(1));
        }
        return at;
    }

    /// The path that stands before all others, as its servers say; empty if none does.
    public String basePath() {
        if (!isThird()) {
            return root.path("basePath").asString("").replaceFirst("/$", "");
        }
        var server = root.path("servers").path(0);
        var url = server.path("url").asString("");
        for (var variable : server.path("variables").properties()) {
            url =
                    url.replace(
                            "{" + variable.getKey() + "}",
                            variable.getValue()
                                    .path("default")
                                    .asString("")
                                    .replaceFirst("^/", ""));
        }
        var path = url.replaceFirst("^[a-z]+://[^/]+", "");
        return path.equals("/") ? "" : path.replaceFirst("/$", "");
    }
}
