package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds a route to an API.
///
/// Source:
/// [CreateRoute](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html)
public record CreateRoute(
        String apiId,
        String routeKey,
        Optional<Boolean> apiKeyRequired,
        Optional<List<String>> authorizationScopes,
        Optional<String> authorizationType,
        Optional<String> authorizerId,
        Optional<String> modelSelectionExpression,
        Optional<String> operationName,
        Optional<Map<String, String>> requestModels,
        Optional<Object> requestParameters,
        Optional<String> routeResponseSelectionExpression,
        Optional<String> target)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "routes");
    }

    @Override
    public Route run(HttpApis apis, Call call) {
        V2Errors.refuse("the parameter requestParameters", requestParameters.isPresent());
        apis.api(call.region(), apiId);
        var route =
                RouteRules.checked(
                        apiId,
                        new Route(
                                Ids.next(call.random(), Ids.SHORT),
                                routeKey,
                                target,
                                authorizationType.orElse("NONE"),
                                authorizerId,
                                authorizationScopes,
                                apiKeyRequired.orElse(false),
                                operationName,
                                routeResponseSelectionExpression,
                                requestModels,
                                modelSelectionExpression,
                                Optional.empty()),
                        apis,
                        call);
        apis.put(call.region(), apiId, route);
        apis.changed(apiId, call);
        return route;
    }
}
