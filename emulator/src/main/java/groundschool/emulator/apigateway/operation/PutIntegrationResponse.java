package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what becomes of a backend's answer.
///
/// Source:
/// [PutIntegrationResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html)
public record PutIntegrationResponse(
        String restApiId,
        String resourceId,
        String httpMethod,
        String statusCode,
        Optional<String> selectionPattern,
        Optional<Map<String, String>> responseParameters,
        Optional<Map<String, Optional<String>>> responseTemplates,
        Optional<String> contentHandling)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PUT",
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
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var integration = method.integration();
        var response =
                IntegrationResponses.checked(
                        new IntegrationResponse(
                                statusCode,
                                selectionPattern,
                                responseParameters,
                                responseTemplates,
                                contentHandling),
                        method);
        apis.put(restApiId, resourceId, method.with(Optional.of(integration.with(response))));
        return response;
    }
}
