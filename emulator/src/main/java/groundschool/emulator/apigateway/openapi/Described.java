package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.apigateway.documentation.DocumentationPart;
import groundschool.emulator.apigateway.documentation.DocumentationVersion;
import groundschool.emulator.apigateway.documentation.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what is said of an API into the document that describes it: where OpenAPI has a place for
/// it, and as it is, in an extension.
///
/// Source: [Representation of API documentation in API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api-content-representation.html)
public record Described(DocumentationVersion version, List<DocumentationPart> parts) {

    /// Of what stands in properties, that which OpenAPI has too.
    private static final Set<String> KNOWN =
            Set.of("deprecated", "description", "externalDocs", "summary", "tags", "title");

    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "path", "PATH_PARAMETER",
                    "query", "QUERY_PARAMETER",
                    "header", "REQUEST_HEADER");

    /// @param withParts whether also as an extension
    public void write(ObjectNode document, boolean withParts) {
        var info = (ObjectNode) document.path("info");
        for (var part : about(new Location("API", none(), none(), none(), none()))) {
            part.tree().path("info").properties().forEach(each -> put(info, each));
            put(document, part, Set.of("externalDocs", "tags"));
        }
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue() instanceof ObjectNode node) {
                    write(node, path.getKey(), verb(operation.getKey()));
                }
            }
        }
        for (var home : List.of(document.path("definitions"), document.at("/components/schemas"))) {
            for (var schema : home.properties()) {
                if (schema.getValue() instanceof ObjectNode node) {
                    put(
                            node,
                            new Location(
                                    "MODEL", none(), none(), none(), Optional.of(schema.getKey())));
                }
            }
        }
        if (withParts) {
            extend(document.putObject("x-amazon-apigateway-documentation"));
        }
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String verb(String member) {
        return member.equals("x-amazon-apigateway-any-method")
                ? "ANY"
                : member.toUpperCase(Locale.ROOT);
    }

    private void write(ObjectNode operation, String path, String verb) {
        var at = Optional.of(path);
        var by = Optional.of(verb);
        put(operation, new Location("METHOD", at, by, none(), none()));
        for (var parameter : operation.path("parameters")) {
            var type = PARAMETERS.get(parameter.path("in").asString(""));
            if (type != null && parameter instanceof ObjectNode node) {
                put(
                        node,
                        new Location(
                                type, at, by, none(), Optional.of(node.path("name").asString(""))));
            }
        }
        if (operation.path("requestBody") instanceof ObjectNode body) {
            put(body, new Location("REQUEST_BODY", at, by, none(), none()));
        }
        for (var response : operation.path("responses").properties()) {
            var status = Optional.of(response.getKey());
            if (response.getValue() instanceof ObjectNode node) {
                put(node, new Location("RESPONSE", at, by, status, none()));
                for (var header : node.path("headers").properties()) {
                    put(
                            (ObjectNode) header.getValue(),
                            new Location(
                                    "RESPONSE_HEADER",
                                    at,
                                    by,
                                    status,
                                    Optional.of(header.getKey())));
                }
            }
        }
    }

    /// What is said of something, the most particular last.
    private List<DocumentationPart> about(Location location) {
        return parts.stream()
                .filter(part -> part.location().covers(location))
                .sorted(Comparator.comparingInt(part -> part.location().precision()))
                .toList();
    }

    private void put(ObjectNode node, Location location) {
        about(location).forEach(part -> put(node, part, KNOWN));
    }

    private static void put(ObjectNode node, DocumentationPart part, Set<String> names) {
        for (var property : part.tree().properties()) {
            if (names.contains(property.getKey())) {
                put(node, property);
            }
        }
    }

    private static void put(ObjectNode node, Map.Entry<String, JsonNode> property) {
        node.set(property.getKey(), property.getValue());
    }

    private void extend(ObjectNode extension) {
        extension.put("version", version.version());
        extension.put("createdDate", version.createdDate().toString());
        version.description().ifPresent(text -> extension.put("description", text));
        var array = extension.putArray("documentationParts");
        for (var part : parts) {
            var node = array.addObject();
            var location = node.putObject("location");
            location.put("type", part.location().type());
            part.location().path().ifPresent(text -> location.put("path", text));
            part.location().method().ifPresent(text -> location.put("method", text));
            part.location().statusCode().ifPresent(text -> location.put("statusCode", text));
            part.location().name().ifPresent(text -> location.put("name", text));
            node.set("properties", part.tree());
        }
    }
}
