package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.regex.Pattern;

/// What routes must be like.
final class RouteRules {

    private static final Pattern KEY =
            Pattern.compile("\\$default|(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|ANY) /[^ ]*");

    private RouteRules() {}

    /// @throws AwsException if it is no key of an HTTP API
    static void checkKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw V2Errors.badRequest(
                    "The provided route key is not formatted properly for HTTP protocol. Format should be \"<HTTP METHOD> /<RESOURCE PATH>\" or \"$default\"");
        }
    }

    private static void checkHttp(Route route) {
        checkKey(route.routeKey());
        V2Errors.refuse(
                "apiKeyRequired, which AWS does not have for HTTP APIs either, and so nothing",
                route.apiKeyRequired());
        V2Errors.refuse(
                "models of routes, which AWS has for WebSocket APIs only, and so nothing",
                route.requestModels().filter(all -> !all.isEmpty()).isPresent()
                        || route.modelSelectionExpression().isPresent());
        V2Errors.refuse(
                "routeResponseSelectionExpression, which AWS has for WebSocket APIs only, and so nothing",
                route.routeResponseSelectionExpression().isPresent());
    }

    /// @throws AwsException if it refers to what is not there, or another has its key
    static Route checked(String api, Route route, HttpApis apis, Call call) {
        var region = call.region();
        if (apis.api(region, api).speaksWebSocket()) {
            SocketRules.checked(route);
            SocketRules.checkModels(route, apis.models().of(region, api));
        } else {
            checkHttp(route);
        }
        if (apis.routes(region, api).stream()
                .filter(other -> !other.routeId().equals(route.routeId()))
                .anyMatch(other -> other.routeKey().equals(route.routeKey()))) {
            throw V2Errors.conflict(
                    "Route with key %s already exists for this API".formatted(route.routeKey()));
        }
        route.target()
                .ifPresent(target -> {
                    if (!target.startsWith("integrations/")) {
                        throw V2Errors.badRequest("Invalid target: " + target);
                    }
                    apis.integration(region, api, target.substring("integrations/".length()));
                });
        var type = route.authorizationType();
        if (type.equals("JWT") || type.equals("CUSTOM")) {
            var authorizer =
                    apis.authorizers(region, api).stream()
                            .filter(each ->
                                    route.authorizerId()
                                            .filter(each.authorizerId()::equals)
                                            .isPresent())
                            .findFirst()
                            .orElseThrow(() ->
                                    V2Errors.badRequest(
                                            "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or JWT requires a valid authorizer."));
            if (type.equals("JWT") != authorizer.authorizerType().equals("JWT")) {
                throw V2Errors.badRequest("Authorizer type does not match authorization type.");
            }
        }
        return route;
    }
}
