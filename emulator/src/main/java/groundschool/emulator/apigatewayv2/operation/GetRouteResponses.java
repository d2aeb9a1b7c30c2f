package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.RouteResponse;
import java.util.List;
import java.util.Optional;

/// Lists the responses of a route of a WebSocket API.
///
/// Source:
/// [GetRouteResponses](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses.html)
public record GetRouteResponses(
        String apiId, String routeId, Optional<String> maxResults, Optional<String> nextToken)
        implements HttpApiOperation {

    public record Response(List<RouteResponse> items, Optional<String> nextToken) {}

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "GET", call, "apis", apiId, "routes", routeId, "routeresponses");
    }

    @Override
    public Response run(HttpApis apis, Call call) {
        apis.route(call.region(), apiId, routeId);
        var page =
                Page.of(
                        apis.replies().ofRoute(call.region(), apiId, routeId),
                        nextToken,
                        maxResults);
        return new Response(page.items(), page.nextToken());
    }
}
