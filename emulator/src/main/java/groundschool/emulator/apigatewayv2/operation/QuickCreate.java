package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Times;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.RouteSettings;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.Map;
import java.util.Optional;

/// An API that can be called at once: an integration, a route to it, and a stage without a name.
///
/// Source: [Quick
/// create](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html)
final class QuickCreate {

    private QuickCreate() {}

    static void of(
            HttpApi api,
            String target,
            String routeKey,
            Optional<String> credentials,
            HttpApis apis,
            Call call) {
        boolean isFunction = target.startsWith("arn:") && target.contains(":lambda:");
        var integration =
                new Integration(
                        Ids.next(call.random(), Ids.SHORT),
                        isFunction ? "AWS_PROXY" : "HTTP_PROXY",
                        Optional.of(target),
                        Optional.of(isFunction ? "POST" : "ANY"),
                        "INTERNET",
                        isFunction ? "2.0" : "1.0",
                        30_000,
                        credentials,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true));
        apis.put(call.region(), api.apiId(), IntegrationRules.checked(api, integration));
        RouteRules.checkKey(routeKey);
        apis.put(
                call.region(),
                api.apiId(),
                new Route(
                        Ids.next(call.random(), Ids.SHORT),
                        routeKey,
                        Optional.of("integrations/" + integration.integrationId()),
                        "NONE",
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true)));
        var now = Times.text(call.now());
        apis.put(
                call.region(),
                api.apiId(),
                new Stage(
                        "$default",
                        true,
                        Optional.empty(),
                        now,
                        now,
                        RouteSettings.USUAL,
                        Map.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.of(true)));
        apis.changed(api.apiId(), call);
    }
}
