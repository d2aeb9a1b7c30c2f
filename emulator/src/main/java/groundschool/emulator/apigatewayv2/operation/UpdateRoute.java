package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes a route.
///
/// Source:
/// [UpdateRoute](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html)
public record UpdateRoute(
        String apiId,
        String routeId,
        Optional<String> routeKey,
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
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "routes", routeId);
    }

    @Override
    public Route run(HttpApis apis, Call call) {
        V2Errors.refuse("the parameter requestParameters", requestParameters.isPresent());
        var before = apis.route(call.region(), apiId, routeId);
        var changed = RouteRules.checked(apiId, Overlay.on(before, this, Route.class), apis, call);
        apis.put(call.region(), apiId, changed);
        apis.changed(apiId, call);
        return changed;
    }
}
