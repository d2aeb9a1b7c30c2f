package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.plan.ApiStage;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.Optional;

/// The stages that plans are for.
///
/// Source: recorded answers
final class PlanStages {

    private PlanStages() {}

    /// @throws AwsException if there is no such stage
    static void check(ApiStage stage, String plan, Gateway gateway, String region) {
        var api = stage.apiId().orElse("");
        var name = stage.stage().orElse("");
        if (api.isEmpty() || name.isEmpty()) {
            throw GatewayErrors.badRequest("Invalid API Stage specified");
        }
        if (!isThere(api, name, gateway, region)) {
            throw GatewayErrors.notFound(
                    "Invalid API Stage {api: %s, stage: %s} specified for usageplan %s"
                            .formatted(api, name, plan));
        }
    }

    /// Of a REST API, or a WebSocket API: HTTP APIs have no usage plans.
    private static boolean isThere(String api, String name, Gateway gateway, String region) {
        var apis = gateway.in(region);
        if (apis.find(api).isPresent()) {
            return apis.findStage(api, name).isPresent();
        }
        var others = gateway.sandbox().state(ApiGatewayV2.SERVICE);
        return others.find(region, api).filter(HttpApi::speaksWebSocket).isPresent()
                && others.findStage(region, api, name).isPresent();
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
