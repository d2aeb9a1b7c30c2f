package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.plan.ApiStage;
import java.util.Optional;

/// The stages that plans are for.
///
/// Source: recorded answers
final class PlanStages {

    private PlanStages() {}

    /// @throws AwsException if there is no such stage
    static void check(ApiStage stage, String plan, RestApis apis) {
        var api = stage.apiId().orElse("");
        var name = stage.stage().orElse("");
        if (api.isEmpty() || name.isEmpty()) {
            throw GatewayErrors.badRequest("Invalid API Stage specified");
        }
        if (apis.find(api).isEmpty() || apis.findStage(api, name).isEmpty()) {
            throw GatewayErrors.notFound(
                    "Invalid API Stage {api: %s, stage: %s} specified for usageplan %s"
                            .formatted(api, name, plan));
        }
    }

    /// A stage as patch operations name it: `api:stage`.
    static ApiStage read(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw GatewayErrors.badRequest("Invalid API Stage specified");
        }
        return new ApiStage(Optional.of(parts[0]), Optional.of(parts[1]), Optional.empty());
    }
}
