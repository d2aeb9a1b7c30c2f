package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;

/// Describes an API.
///
/// Source: [GetRestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApi.html)
public record GetRestApi(String restApiId) implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId);
    }

    @Override
    public RestApi run(Gateway gateway, Call call) {
        return gateway.in(call.region()).api(restApiId).shown();
    }
}
