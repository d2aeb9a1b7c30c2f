package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.Optional;

/// What a body looks like: a JSON Schema of draft 4.
///
/// Source: [Model](https://docs.aws.amazon.com/apigateway/latest/api/API_Model.html)
public record Model(
        String id,
        String name,
        Optional<String> description,
        Optional<String> schema,
        String contentType) {

    /// @throws AwsException if it has no schema
    public Model checked() {
        if (name.isEmpty()) {
            throw GatewayErrors.badRequest("Model name must be non-empty");
        }
        if (schema.filter(text -> !text.isEmpty()).isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Model schema must have at least 1 property or array items defined");
        }
        return this;
    }
}
