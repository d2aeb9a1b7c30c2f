package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.List;
import java.util.Optional;

/// Moves a resource, or names its part of the path anew.
///
/// Source:
/// [UpdateResource](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html)
public record UpdateResource(
        String restApiId, String resourceId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Resource> PATCHES =
            new PatchTable<>(Resource.class, PatchTable.Wording.LISTING)
                    .replace("/parentId", PatchTable.Kind.TEXT)
                    .replace("/pathPart", PatchTable.Kind.TEXT);

    private Resource changed(Resource resource, PatchOperation change, RestApis apis) {
        if (resource.isRoot() && change.shownPath().matches("/pathPart|/parentId")) {
            throw GatewayErrors.badRequest(
                    "Root resource cannot update its %s."
                            .formatted(change.shownPath().substring(1)));
        }
        var wanted = PATCHES.apply(resource, List.of(change));
        var part = wanted.pathPart().orElse("");
        ResourceRules.checkPart(part);
        var parent = apis.resource(restApiId, wanted.parentId().orElse(""));
        if (isBelow(parent, resource.id(), apis)) {
            throw GatewayErrors.badRequest("Resources cannot be cyclical.");
        }
        ResourceRules.checkPlace(restApiId, parent, part, Optional.of(resource.id()), apis);
        return resource.at(parent.id(), part, ResourceRules.path(parent, part));
    }

    private boolean isBelow(Resource resource, String ancestor, RestApis apis) {
        if (resource.id().equals(ancestor)) {
            return true;
        }
        return resource.parentId()
                .map(parent -> isBelow(apis.resource(restApiId, parent), ancestor, apis))
                .orElse(false);
    }

    /// What is below has another path, too.
    private void follow(Resource resource, RestApis apis) {
        for (var child : apis.children(restApiId, resource.id())) {
            var part = child.pathPart().orElse("");
            var moved = child.at(resource.id(), part, ResourceRules.path(resource, part));
            apis.put(restApiId, moved);
            follow(moved, apis);
        }
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "restapis", restApiId, "resources", resourceId);
    }

    @Override
    public Resource run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var resource = apis.resource(restApiId, resourceId);
        for (var change : patchOperations.orElse(List.of())) {
            resource = changed(resource, change, apis);
            apis.put(restApiId, resource);
            follow(resource, apis);
        }
        return resource.shown(false);
    }
}
