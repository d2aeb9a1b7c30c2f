package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Lets an API answer as AWS has it again.
///
/// Source:
/// [DeleteGatewayResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteGatewayResponse.html)
public record DeleteGatewayResponse(String restApiId, String responseType)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "gatewayresponses", responseType);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        if (apis.findResponse(restApiId, responseType).isEmpty()) {
            throw GatewayErrors.notFound("Gateway response type not defined on api");
        }
        apis.removeResponse(restApiId, responseType);
        return new Done();
    }
}
