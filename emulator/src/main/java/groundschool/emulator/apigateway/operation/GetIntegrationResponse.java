package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import java.util.List;

/// Describes what becomes of a backend's answer.
///
/// Source:
/// [GetIntegrationResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegrationResponse.html)
public record GetIntegrationResponse(
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
                "integration",
                "responses",
                statusCode);
    }

    @Override
    public IntegrationResponse run(Gateway gateway, Call call) {
        return gateway.in(call.region())
                .method(restApiId, resourceId, httpMethod)
                .integration()
                .response(statusCode)
                .orElseThrow(GatewayErrors::noStatusCode);
    }
}
