package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.List;

/// Describes what a method may answer with a status.
///
/// Source:
/// [GetMethodResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethodResponse.html)
public record GetMethodResponse(
        String restApiId, String resourceId, String httpMethod, String statusCode)
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
                "responses",
                statusCode);
    }

    @Override
    public MethodResponse run(Gateway gateway, Call call) {
        return gateway.in(call.region())
                .method(restApiId, resourceId, httpMethod)
                .response(statusCode);
    }
}
