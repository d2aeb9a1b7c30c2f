package groundschool.emulator.apigateway.documentation;

import groundschool.emulator.apigateway.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Takes parts from the `x-amazon-apigateway-documentation` of an OpenAPI document.
///
/// Source: [Import API
/// documentation](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api-quick-start-import-export.html)
public record PartsImport(Documentation documentation, RandomGenerator random) {

    /// The ids of the parts that were added or changed.
    ///
    /// @param root of the document
    /// @param overwrites whether what there was goes
    public List<String> into(String region, String api, JsonNode root, boolean overwrites) {
        var extension = root.path("x-amazon-apigateway-documentation");
        if (overwrites) {
            documentation.clearParts(region, api);
        }
        var ids = new ArrayList<String>();
        for (var given : extension.path("documentationParts")) {
            var location = location(given.path("location")).checked();
            var properties = given.path("properties");
            var part =
                    documentation
                            .at(region, api, location)
                            .map(known -> known.with(properties))
                            .orElseGet(() ->
                                    new DocumentationPart(
                                                    Ids.next(random, Ids.SHORT),
                                                    location,
                                                    properties.toString())
                                            .checked());
            documentation.put(region, api, part);
            ids.add(part.id());
        }
        return ids;
    }

    private static Location location(JsonNode node) {
        return new Location(
                node.path("type").asString("API"),
                text(node, "path"),
                text(node, "method"),
                text(node, "statusCode"),
                text(node, "name"));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}
