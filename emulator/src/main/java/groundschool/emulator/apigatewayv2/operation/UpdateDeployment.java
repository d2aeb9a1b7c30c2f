package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.api.Deployment;
import java.util.List;
import java.util.Optional;

/// Changes the description of a deployment.
///
/// Source:
/// [UpdateDeployment](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html)
public record UpdateDeployment(String apiId, String deploymentId, Optional<String> description)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "deployments", deploymentId);
    }

    @Override
    public Deployment run(HttpApis apis, Call call) {
        var before = apis.deployment(call.region(), apiId, deploymentId);
        var changed = Overlay.on(before, this, Deployment.class);
        apis.put(call.region(), apiId, changed);
        return changed;
    }
}
