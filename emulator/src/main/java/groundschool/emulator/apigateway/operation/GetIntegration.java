package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Integration;
import java.util.List;

/// Describes what a method calls.
///
/// Source:
/// [GetIntegration](https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegration.html)
public record GetIntegration(String restApiId, String resourceId, String httpMethod)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET",
                call,
                "restapis",
                restApiId,
                "resources",
                resourceId,
                "methods",
                httpMethod,
                "integration");
    }

    @Override
    public Integration run(Gateway gateway, Call call) {
        return gateway.in(call.region()).method(restApiId, resourceId, httpMethod).integration();
    }
}
