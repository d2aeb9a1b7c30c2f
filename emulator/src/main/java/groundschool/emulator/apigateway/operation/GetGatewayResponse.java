package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.GatewayResponses;
import groundschool.emulator.apigateway.rest.ResponseType;
import java.util.List;

/// What an API answers when it refuses, or fails, in one way.
///
/// Source:
/// [GetGatewayResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_GetGatewayResponse.html)
public record GetGatewayResponse(String restApiId, String responseType)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "gatewayresponses", responseType);
    }

    @Override
    public GatewayResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        return GatewayResponses.of(
                ResponseType.valueOf(responseType), OwnResponses.of(restApiId, apis));
    }
}
