package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Deployment;
import java.util.List;
import java.util.Optional;

/// Describes a deployment.
///
/// Source:
/// [GetDeployment](https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html)
public record GetDeployment(String restApiId, String deploymentId, Optional<List<String>> embed)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "deployments", deploymentId);
    }

    @Override
    public Deployment run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var deployment = apis.deployment(restApiId, deploymentId);
        return embed.orElse(List.of()).contains("apisummary")
                ? apis.snapshot(restApiId, deploymentId)
                        .map(snapshot -> deployment.with(snapshot.summary()))
                        .orElse(deployment)
                : deployment;
    }
}
