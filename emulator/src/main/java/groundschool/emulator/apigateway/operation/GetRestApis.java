package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;
import java.util.Optional;

/// Lists the APIs of a Region.
///
/// Source: [GetRestApis](https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html)
public record GetRestApis(Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<RestApi> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.in(call.region()).all().stream().map(RestApi::shown).toList(),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}
