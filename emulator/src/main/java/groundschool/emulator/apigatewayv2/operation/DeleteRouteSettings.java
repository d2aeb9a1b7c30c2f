package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;
import java.util.TreeMap;

/// Lets what a stage sets for all routes count for one again.
///
/// Source:
/// [DeleteRouteSettings](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-routesettings-routekey.html)
public record DeleteRouteSettings(String apiId, String stageName, String routeKey)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "DELETE", call, "apis", apiId, "stages", stageName, "routesettings", routeKey);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        var stage = apis.stage(call.region(), apiId, stageName);
        var others = new TreeMap<>(stage.routeSettings());
        others.remove(routeKey);
        apis.put(call.region(), apiId, stage.withRouteSettings(others));
        return new Done();
    }
}
