package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.List;

/// Describes a route.
///
/// Source:
/// [GetRoute](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html)
public record GetRoute(String apiId, String routeId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "routes", routeId);
    }

    @Override
    public Route run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.route(call.region(), apiId, routeId);
    }
}
