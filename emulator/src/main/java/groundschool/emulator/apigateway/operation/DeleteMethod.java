package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Deletes a method.
///
/// Source: [DeleteMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethod.html)
public record DeleteMethod(String restApiId, String resourceId, String httpMethod)
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
                httpMethod);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.method(restApiId, resourceId, httpMethod);
        apis.put(restApiId, apis.resource(restApiId, resourceId).without(httpMethod));
        return new Done();
    }
}
