package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what a method may answer with a status.
///
/// Source:
/// [PutMethodResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html)
public record PutMethodResponse(
        String restApiId,
        String resourceId,
        String httpMethod,
        String statusCode,
        Optional<Map<String, Boolean>> responseParameters,
        Optional<Map<String, String>> responseModels)
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
                "responses",
                statusCode);
    }

    @Override
    public MethodResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        if (method.methodResponses().filter(all -> all.containsKey(statusCode)).isPresent()) {
            throw GatewayErrors.conflict("Response already exists for this resource");
        }
        var response =
                MethodResponses.checked(
                        restApiId,
                        new MethodResponse(statusCode, responseParameters, responseModels),
                        apis);
        apis.put(restApiId, resourceId, method.with(response));
        return response;
    }
}
