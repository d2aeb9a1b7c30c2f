package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.Optional;

/// What is looked at before a request goes on.
///
/// Source:
/// [RequestValidator](https://docs.aws.amazon.com/apigateway/latest/api/API_RequestValidator.html)
public record RequestValidator(
        String id,
        Optional<String> name,
        boolean validateRequestBody,
        boolean validateRequestParameters) {

    /// @throws AwsException if its name is blank
    public RequestValidator checked() {
        if (name.filter(String::isBlank).isPresent()) {
            throw GatewayErrors.badRequest("Request Validator name cannot be blank");
        }
        return this;
    }
}
