package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.Map;

/// What answers of methods must be like.
final class MethodResponses {

    private MethodResponses() {}

    /// @throws AwsException if a header or a model is none
    static MethodResponse checked(String api, MethodResponse response, RestApis apis) {
        for (var parameter : response.responseParameters().orElse(Map.of()).keySet()) {
            if (!parameter.startsWith("method.response.header.")) {
                throw GatewayErrors.badRequest(
                        "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: %s]"
                                .formatted(parameter));
            }
        }
        for (var model : response.responseModels().orElse(Map.of()).values()) {
            if (apis.findModel(api, model).isEmpty()) {
                throw GatewayErrors.badRequest("Invalid model identifier specified: " + model);
            }
        }
        return new MethodResponse(
                response.statusCode(),
                response.responseParameters().filter(some -> !some.isEmpty()),
                response.responseModels().filter(some -> !some.isEmpty()));
    }
}
