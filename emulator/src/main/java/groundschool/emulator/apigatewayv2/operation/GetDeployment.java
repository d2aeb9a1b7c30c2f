package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Deployment;
import java.util.List;

/// Describes a deployment.
///
/// Source:
/// [GetDeployment](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html)
public record GetDeployment(String apiId, String deploymentId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "deployments", deploymentId);
    }

    @Override
    public Deployment run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.deployment(call.region(), apiId, deploymentId);
    }
}
