package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import java.util.List;
import java.util.Optional;

/// Changes a response of a route of a WebSocket API.
///
/// Source:
/// [UpdateRouteResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses-routeresponseid.html)
public record UpdateRouteResponse(
        String apiId,
        String routeId,
        String routeResponseId,
        Optional<Object> modelSelectionExpression,
        Optional<Object> responseModels,
        Optional<Object> responseParameters,
        Optional<String> routeResponseKey)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "PATCH", call, "apis", apiId, "routes", routeId, "routeresponses", routeResponseId);
    }

    @Override
    public RouteResponse run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "models and parameters of route responses",
                modelSelectionExpression.isPresent()
                        || responseModels.isPresent()
                        || responseParameters.isPresent());
        apis.route(call.region(), apiId, routeId);
        var before = apis.replies().ofRoute(call.region(), apiId, routeId, routeResponseId);
        var response =
                ResponseRules.checked(
                        apis.api(call.region(), apiId),
                        Overlay.on(before, this, RouteResponse.class),
                        apis.replies().ofRoute(call.region(), apiId, routeId));
        apis.replies().put(call.region(), apiId, routeId, response);
        apis.changed(apiId, call);
        return response;
    }
}
