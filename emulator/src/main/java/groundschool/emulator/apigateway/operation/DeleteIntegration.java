package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Integration;
import java.util.List;
import java.util.Optional;

/// Lets a method call nothing any more.
///
/// Source:
/// [DeleteIntegration](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegration.html)
public record DeleteIntegration(String restApiId, String resourceId, String httpMethod)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE",
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
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        method.integration();
        apis.put(restApiId, resourceId, method.with(Optional.<Integration>empty()));
        return new Done();
    }
}
