package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Deletes a resource and all below it.
///
/// Source:
/// [DeleteResource](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html)
public record DeleteResource(String restApiId, String resourceId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "resources", resourceId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var resource = apis.resource(restApiId, resourceId);
        if (resource.isRoot()) {
            throw GatewayErrors.badRequest("Root resource cannot be deleted");
        }
        apis.remove(restApiId, resource);
        return new Done();
    }
}
