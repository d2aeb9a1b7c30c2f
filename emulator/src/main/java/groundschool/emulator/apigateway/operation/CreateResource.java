package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.List;
import java.util.Optional;

/// Adds a resource below another.
///
/// Source:
/// [CreateResource](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html)
public record CreateResource(String restApiId, String parentId, String pathPart)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "resources", parentId);
    }

    @Override
    public Resource run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var parent = apis.resource(restApiId, parentId);
        ResourceRules.checkPart(pathPart);
        ResourceRules.checkPlace(restApiId, parent, pathPart, Optional.empty(), apis);
        if (apis.resources(restApiId).size() >= AccountLimits.RESOURCES) {
            throw GatewayErrors.limit("Maximum number of resources for this API has been reached");
        }
        var resource =
                new Resource(
                        Ids.next(call.random(), Ids.SHORT),
                        Optional.of(parentId),
                        Optional.of(pathPart),
                        ResourceRules.path(parent, pathPart),
                        Optional.empty());
        apis.put(restApiId, resource);
        return resource;
    }
}
