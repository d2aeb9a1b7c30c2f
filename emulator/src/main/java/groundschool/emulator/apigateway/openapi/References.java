package groundschool.emulator.apigateway.openapi;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// How schemas refer to each other: in documents by place, in models by address.
final class References {

    private static final Pattern PLACE =
            Pattern.compile("\"#/(?:definitions|components/schemas)/([A-Za-z0-9]+)\"");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\"https://apigateway\\.amazonaws\\.com/restapis/[^/\"]+/models/([A-Za-z0-9]+)\"");

    private References() {}

    static String toModels(String schema, String api) {
        return PLACE.matcher(schema)
                .replaceAll("\"https://apigateway.amazonaws.com/restapis/" + api + "/models/$1\"");
    }

    /// @param third whether the document is of version 3
    static String toPlaces(String schema, boolean third) {
        return ADDRESS.matcher(schema)
                .replaceAll(third ? "\"#/components/schemas/$1\"" : "\"#/definitions/$1\"");
    }

    /// The name of the schema that is referred to.
    static Optional<String> name(JsonNode schema) {
        return schema.path("$ref")
                .stringValueOpt()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
    }
}
