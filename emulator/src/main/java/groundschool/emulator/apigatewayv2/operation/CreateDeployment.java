package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Times;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Deployment;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.List;
import java.util.Optional;

/// Keeps an API as it is now, and shows it at a stage if one is named.
///
/// Source:
/// [CreateDeployment](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments.html)
public record CreateDeployment(
        String apiId, Optional<String> description, Optional<String> stageName)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "deployments");
    }

    @Override
    public Deployment run(HttpApis apis, Call call) {
        var api = apis.api(call.region(), apiId);
        if (apis.routes(call.region(), apiId).isEmpty()) {
            throw V2Errors.badRequest("At least one route is required before deploying the Api.");
        }
        var stage = stageName.map(name -> apis.stage(call.region(), apiId, name));
        stage.filter(Stage::autoDeploy)
                .ifPresent(_ -> {
                    throw V2Errors.badRequest(
                            "Deployment ID cannot be set on stage %s because AutoDeploy is enabled"
                                    .formatted(stageName.orElse("")));
                });
        var deployment = apis.deploy(api, description, false, call);
        stage.ifPresent(each ->
                apis.put(
                        call.region(),
                        apiId,
                        each.deploying(deployment.deploymentId(), false, Times.text(call.now()))));
        return deployment;
    }
}
