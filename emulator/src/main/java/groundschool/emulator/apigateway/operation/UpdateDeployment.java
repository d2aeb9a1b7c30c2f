package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Deployment;
import java.util.List;
import java.util.Optional;

/// Changes the description of a deployment.
///
/// Source:
/// [UpdateDeployment](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDeployment.html)
public record UpdateDeployment(
        String restApiId, String deploymentId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Deployment> PATCHES =
            new PatchTable<>(Deployment.class, PatchTable.Wording.SHORT)
                    .replace("/description", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "restapis", restApiId, "deployments", deploymentId);
    }

    @Override
    public Deployment run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var deployment = apis.deployment(restApiId, deploymentId);
        var changed = PATCHES.apply(deployment, patchOperations.orElse(List.of()));
        apis.put(restApiId, changed);
        return changed;
    }
}
