package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.RouteSettings;

/// What stages must be like.
final class StageRules {

    private StageRules() {}

    /// @throws AwsException if no stage is called so
    static void checkName(HttpApi api, String name) {
        if (api.speaksWebSocket() && name.equals("$default")) {
            throw V2Errors.badRequest(
                    "Stage name $default is not supported for WEBSOCKET protocol");
        }
        if (!name.equals("$default") && !name.matches("[a-zA-Z0-9_-]{1,128}")) {
            throw V2Errors.badRequest(
                    "Stage name only allows a-zA-Z0-9_- and must be between 1 and 128 characters, or be $default");
        }
    }

    /// @throws AwsException if something is set that the emulator does not have
    static void checkSettings(RouteSettings settings) {
        V2Errors.refuse("detailedMetricsEnabled", settings.detailedMetricsEnabled().orElse(false));
        V2Errors.refuse(
                "execution logs (loggingLevel and dataTraceEnabled), which AWS has for WebSocket APIs only, and so nothing",
                settings.loggingLevel().filter(level -> !level.equals("OFF")).isPresent()
                        || settings.dataTraceEnabled().orElse(false));
    }
}
