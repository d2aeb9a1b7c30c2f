package groundschool.emulator.apigateway.documentation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is said of one thing.
///
/// Source:
/// [DocumentationPart](https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPart.html)
///
/// @param properties a JSON object, such as `{"description": "…"}`
public record DocumentationPart(String id, Location location, String properties) {

    /// @throws AwsException if the properties are no object
    public DocumentationPart checked() {
        tree();
        return this;
    }

    /// The properties, as an object.
    public ObjectNode tree() {
        try {
            if (Json.mapper().readTree(properties) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JacksonException _) {
            // Told below, as if it were something else.
        }
        throw GatewayErrors.badRequest("Documentation part properties must be a valid JSON object");
    }

    /// The same with more properties, or with others in the place of those that it has.
    DocumentationPart with(JsonNode more) {
        var tree = tree();
        more.properties().forEach(each -> tree.set(each.getKey(), each.getValue()));
        return new DocumentationPart(id, location, tree.toString());
    }
}
