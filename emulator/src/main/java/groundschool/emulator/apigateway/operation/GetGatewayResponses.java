package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.GatewayResponses;
import groundschool.emulator.apigateway.rest.ResponseType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that an API answers when it refuses, or fails.
///
/// Source:
/// [GetGatewayResponses](https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponses.html)
public record GetGatewayResponses(
        String restApiId, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    public record Response(List<GatewayResponse> items) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "gatewayresponses");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        var own = OwnResponses.of(restApiId, apis);
        return new Response(
                Stream.of(ResponseType.values())
                        .map(type -> GatewayResponses.of(type, own))
                        .toList());
    }
}
