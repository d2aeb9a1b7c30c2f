package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import java.util.List;

/// Describes a response of a route of a WebSocket API.
///
/// Source:
/// [GetRouteResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses-routeresponseid.html)
public record GetRouteResponse(String apiId, String routeId, String routeResponseId)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "GET", call, "apis", apiId, "routes", routeId, "routeresponses", routeResponseId);
    }

    @Override
    public RouteResponse run(HttpApis apis, Call call) {
        apis.route(call.region(), apiId, routeId);
        return apis.replies().ofRoute(call.region(), apiId, routeId, routeResponseId);
    }
}
