package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;
import java.util.Optional;

/// Forgets what becomes of a backend's answer.
///
/// Source:
/// [DeleteIntegrationResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegrationResponse.html)
public record DeleteIntegrationResponse(
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
                "integration",
                "responses",
                statusCode);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method =
                Optional.ofNullable(apis.resource(restApiId, resourceId).methods().get(httpMethod))
                        .orElseThrow(GatewayErrors::noIntegration);
        var integration = method.integration();
        if (integration.response(statusCode).isEmpty()) {
            throw GatewayErrors.noStatusCode();
        }
        apis.put(restApiId, resourceId, method.with(Optional.of(integration.without(statusCode))));
        return new Done();
    }
}
