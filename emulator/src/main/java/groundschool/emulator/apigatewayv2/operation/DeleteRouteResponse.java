package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes a response of a route of a WebSocket API.
///
/// Source:
/// [DeleteRouteResponse](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses-routeresponseid.html)
public record DeleteRouteResponse(String apiId, String routeId, String routeResponseId)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "DELETE",
                call,
                "apis",
                apiId,
                "routes",
                routeId,
                "routeresponses",
                routeResponseId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.route(call.region(), apiId, routeId);
        apis.replies().ofRoute(call.region(), apiId, routeId, routeResponseId);
        apis.replies().removeOfRoute(call.region(), apiId, routeId, routeResponseId);
        apis.changed(apiId, call);
        return new Done();
    }
}
