package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.CanarySettings;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a deployment callable by a name.
///
/// Source: [CreateStage](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html)
public record CreateStage(
        String restApiId,
        String stageName,
        String deploymentId,
        Optional<String> description,
        Optional<Boolean> cacheClusterEnabled,
        Optional<String> cacheClusterSize,
        Optional<Map<String, String>> variables,
        Optional<String> documentationVersion,
        Optional<CanarySettings> canarySettings,
        Optional<Boolean> tracingEnabled,
        Optional<Map<String, String>> tags)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "stages");
    }

    @Override
    public Stage run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        if (apis.findDeployment(restApiId, deploymentId).isEmpty()) {
            throw GatewayErrors.badRequest("Deployment id does not exist");
        }
        canarySettings
                .flatMap(CanarySettings::deploymentId)
                .filter(id -> apis.findDeployment(restApiId, id).isEmpty())
                .ifPresent(_ -> {
                    throw GatewayErrors.badRequest("Deployment id does not exist");
                });
        if (apis.findStage(restApiId, stageName).isPresent()) {
            throw GatewayErrors.conflict("Stage already exists");
        }
        var stage =
                NewStages.of(
                        restApiId,
                        stageName,
                        deploymentId,
                        new NewStages.Wishes(
                                description,
                                cacheClusterEnabled,
                                cacheClusterSize,
                                variables,
                                documentationVersion,
                                canarySettings,
                                tracingEnabled,
                                tags),
                        apis,
                        call);
        apis.put(restApiId, stage);
        return stage;
    }
}
