package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.openapi.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What becomes of a document's base path, and of what was passed over.
final class Prefix {

    private Prefix() {}

    /// What stands before all paths: nothing, unless it is asked for.
    static String of(Document document, Map<String, String> options) {
        return switch (options.getOrDefault("basepath", "ignore")) {
            case "ignore" -> "";
            case "prepend" -> document.basePath();
            default ->
                    throw GatewayErrors.notYet("the base path option " + options.get("basepath"));
        };
    }

    /// @throws AwsException if there are warnings that must not be
    static void check(Optional<Boolean> failOnWarnings, List<String> warnings) {
        if (failOnWarnings.orElse(false) && !warnings.isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Warnings found during import:\n\t" + String.join("\n\t", warnings));
        }
    }
}
