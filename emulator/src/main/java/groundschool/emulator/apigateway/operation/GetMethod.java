package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Method;
import java.util.List;

/// Describes a method.
///
/// Source: [GetMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethod.html)
public record GetMethod(String restApiId, String resourceId, String httpMethod)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "resources", resourceId, "methods", httpMethod);
    }

    @Override
    public Method run(Gateway gateway, Call call) {
        return gateway.in(call.region()).method(restApiId, resourceId, httpMethod);
    }
}
