package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.Model;
import java.util.List;

/// What models must be like.
final class ModelRules {

    private ModelRules() {}

    /// @param others of the same API
    /// @throws AwsException if something is not as it must be
    static Model checked(HttpApi api, Model model, List<Model> others) {
        if (!api.speaksWebSocket()) {
            throw V2Errors.badRequest("Models are supported for WEBSOCKET protocol only");
        }
        if (!model.name().matches("[a-zA-Z0-9]+")) {
            throw V2Errors.badRequest("Model name must be alphanumeric: " + model.name());
        }
        if (!model.hasSchema()) {
            throw V2Errors.badRequest(
                    "Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]");
        }
        if (others.stream()
                .filter(each -> !each.modelId().equals(model.modelId()))
                .anyMatch(each -> each.name().equals(model.name()))) {
            throw V2Errors.conflict("Model name already exists for this API");
        }
        return model;
    }
}
