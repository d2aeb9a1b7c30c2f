package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what a resource does for a verb.
///
/// Source: [PutMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html)
public record PutMethod(
        String restApiId,
        String resourceId,
        String httpMethod,
        String authorizationType,
        Optional<String> authorizerId,
        Optional<Boolean> apiKeyRequired,
        Optional<String> operationName,
        Optional<Map<String, Boolean>> requestParameters,
        Optional<Map<String, String>> requestModels,
        Optional<String> requestValidatorId,
        Optional<List<String>> authorizationScopes)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PUT", call, "restapis", restApiId, "resources", resourceId, "methods", httpMethod);
    }

    @Override
    public Method run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var resource = apis.resource(restApiId, resourceId);
        MethodRules.checkVerb(httpMethod);
        if (resource.methods().containsKey(httpMethod)) {
            throw GatewayErrors.conflict("Method already exists for this resource");
        }
        var method =
                new Method(
                        Optional.of(httpMethod),
                        Optional.of(authorizationType),
                        authorizerId,
                        Optional.of(apiKeyRequired.orElse(false)),
                        requestValidatorId,
                        operationName,
                        requestParameters,
                        requestModels,
                        Optional.empty(),
                        Optional.empty(),
                        authorizationScopes);
        var checked = MethodRules.checked(restApiId, method, apis);
        apis.put(restApiId, resourceId, checked);
        return checked;
    }
}
