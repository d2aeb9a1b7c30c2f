package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Deletes an authorizer that no method needs.
///
/// Source:
/// [DeleteAuthorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteAuthorizer.html)
public record DeleteAuthorizer(String restApiId, String authorizerId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "authorizers", authorizerId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var authorizer = apis.authorizer(restApiId, authorizerId);
        for (var resource : apis.resources(restApiId)) {
            for (var method : resource.methods().values()) {
                if (method.authorizerId().filter(authorizerId::equals).isPresent()) {
                    throw GatewayErrors.conflict(
                            "Cannot delete authorizer '%s', is referenced in method: %s/%s"
                                    .formatted(authorizer.name(), resource.path(), method.verb()));
                }
            }
        }
        apis.remove(restApiId, authorizer);
        return new Done();
    }
}
