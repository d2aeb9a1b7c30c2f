package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Authorizer;
import java.util.List;

/// Describes an authorizer.
///
/// Source:
/// [GetAuthorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizer.html)
public record GetAuthorizer(String restApiId, String authorizerId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "authorizers", authorizerId);
    }

    @Override
    public Authorizer run(Gateway gateway, Call call) {
        return gateway.in(call.region()).authorizer(restApiId, authorizerId);
    }
}
