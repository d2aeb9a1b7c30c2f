package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes a route.
///
/// Source:
/// [DeleteRoute](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html)
public record DeleteRoute(String apiId, String routeId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "routes", routeId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.route(call.region(), apiId, routeId);
        apis.removeRoute(call.region(), apiId, routeId);
        apis.changed(apiId, call);
        return new Done();
    }
}
