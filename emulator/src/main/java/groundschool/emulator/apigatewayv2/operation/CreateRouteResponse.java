package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import java.util.List;
import java.util.Optional;

/// Adds a response to a route of a WebSocket API.
///
/// Source:
/// [CreateRouteResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses.html)
public record CreateRouteResponse(
        String apiId,
        String routeId,
        Optional<Object> modelSelectionExpression,
        Optional<Object> responseModels,
        Optional<Object> responseParameters,
        String routeResponseKey)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "POST", call, "apis", apiId, "routes", routeId, "routeresponses");
    }

    @Override
    public RouteResponse run(HttpApis apis, Call call) {
        V2Errors.refuse(
                "models and parameters of route responses",
                modelSelectionExpression.isPresent()
                        || responseModels.isPresent()
                        || responseParameters.isPresent());
        apis.route(call.region(), apiId, routeId);
        var response =
                ResponseRules.checked(
                        apis.api(call.region(), apiId),
                        new RouteResponse(Ids.next(call.random(), Ids.SHORT), routeResponseKey),
                        apis.replies().ofRoute(call.region(), apiId, routeId));
        apis.replies().put(call.region(), apiId, routeId, response);
        apis.changed(apiId, call);
        return response;
    }
}
