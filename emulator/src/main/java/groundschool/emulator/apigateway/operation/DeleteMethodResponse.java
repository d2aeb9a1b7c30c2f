package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Deletes an answer of a method.
///
/// Source:
/// [DeleteMethodResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethodResponse.html)
public record DeleteMethodResponse(
        String restApiId, String resourceId, String httpMethod, String statusCode)
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
                "responses",
                statusCode);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        method.response(statusCode);
        apis.put(restApiId, resourceId, method.without(statusCode));
        return new Done();
    }
}
