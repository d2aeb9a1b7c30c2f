package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.List;

/// Deletes a deployment that no stage shows.
///
/// Source:
/// [DeleteDeployment](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html)
public record DeleteDeployment(String apiId, String deploymentId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "deployments", deploymentId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.deployment(call.region(), apiId, deploymentId);
        if (apis.stages(call.region(), apiId).stream()
                .anyMatch(stage -> stage.deploymentId().filter(deploymentId::equals).isPresent())) {
            throw V2Errors.badRequest(
                    "Active stages pointing to this deployment must be moved or deleted");
        }
        apis.removeDeployment(call.region(), apiId, deploymentId);
        return new Done();
    }
}
