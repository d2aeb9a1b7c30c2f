package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Deletes a deployment that no stage shows.
///
/// Source:
/// [DeleteDeployment](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDeployment.html)
public record DeleteDeployment(String restApiId, String deploymentId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "deployments", deploymentId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var deployment = apis.deployment(restApiId, deploymentId);
        if (apis.stages(restApiId).stream()
                .anyMatch(stage -> stage.deploymentId().equals(deploymentId))) {
            throw GatewayErrors.badRequest(
                    "Active stages pointing to this deployment must be moved or deleted");
        }
        apis.remove(restApiId, deployment);
        return new Done();
    }
}
