package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.IntegrationResponse;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the responses of integrations and routes must be like.
final class ResponseRules {

    private ResponseRules() {}

    /// @param others of the same integration
    /// @throws AwsException if something is not as it must be
    static IntegrationResponse checked(
            HttpApi api, IntegrationResponse response, List<IntegrationResponse> others) {
        check(api);
        var key = response.integrationResponseKey();
        if (!key.equals("$default") && !isPattern(key)) {
            throw V2Errors.badRequest(
                    "IntegrationResponseKey must be $default or a pattern between slashes, not "
                            + key);
        }
        SelectionRules.check("TemplateSelectionExpression", response.templateSelectionExpression());
        if (others.stream()
                .filter(each ->
                        !each.integrationResponseId().equals(response.integrationResponseId()))
                .anyMatch(each -> each.integrationResponseKey().equals(key))) {
            throw V2Errors.conflict(
                    "Integration Response with key %s already exists".formatted(key));
        }
        return response;
    }

    private static boolean isPattern(String key) {
        if (!key.matches("/.+/")) {
            return false;
        }
        try {
            Pattern.compile(key.substring(1, key.length() - 1));
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /// @param others of the same route
    /// @throws AwsException if something is not as it must be
    static RouteResponse checked(HttpApi api, RouteResponse response, List<RouteResponse> others) {
        check(api);
        var key = response.routeResponseKey();
        if (!key.equals("$default")) {
            throw V2Errors.badRequest("RouteResponseKey must be $default, not " + key);
        }
        if (others.stream()
                .anyMatch(each -> !each.routeResponseId().equals(response.routeResponseId()))) {
            throw V2Errors.conflict("Route Response with key %s already exists".formatted(key));
        }
        return response;
    }

    private static void check(HttpApi api) {
        if (!api.speaksWebSocket()) {
            throw V2Errors.badRequest("Responses are supported for WEBSOCKET protocol only");
        }
    }
}
