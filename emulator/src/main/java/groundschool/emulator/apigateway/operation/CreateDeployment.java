package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.CanarySettings;
import groundschool.emulator.apigateway.rest.Deployment;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an API as it is now callable, at a stage if one is named.
///
/// Source:
/// [CreateDeployment](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html)
public record CreateDeployment(
        String restApiId,
        Optional<String> stageName,
        Optional<String> stageDescription,
        Optional<String> description,
        Optional<Boolean> cacheClusterEnabled,
        Optional<String> cacheClusterSize,
        Optional<Map<String, String>> variables,
        Optional<DeploymentCanarySettings> canarySettings,
        Optional<Boolean> tracingEnabled)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param percentTraffic of hundred
    public record DeploymentCanarySettings(
            Optional<Double> percentTraffic,
            Optional<Map<String, String>> stageVariableOverrides,
            Optional<Boolean> useStageCache) {}

    private void checkCanary(RestApis apis) {
        var name = stageName.filter(text -> !text.isEmpty());
        if (name.isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is "
                            + stageName.orElse("null"));
        }
        if (apis.findStage(restApiId, name.get()).isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Invalid deployment content specified.Stage %s must already be created before making a canary release deployment"
                            .formatted(name.get()));
        }
    }

    private void checkMethods(RestApis apis) {
        var methods =
                apis.resources(restApiId).stream()
                        .flatMap(resource -> resource.methods().values().stream())
                        .toList();
        if (methods.isEmpty()) {
            throw GatewayErrors.badRequest("The REST API doesn't contain any methods");
        }
        if (methods.stream().anyMatch(method -> method.methodIntegration().isEmpty())) {
            throw GatewayErrors.badRequest("No integration defined for method");
        }
    }

    private Stage stage(String name, Deployment deployment, RestApis apis, Call call) {
        var known = apis.findStage(restApiId, name);
        if (canarySettings.isPresent() && known.isPresent()) {
            var canary = canarySettings.get();
            return known.get()
                    .with(
                            Optional.of(
                                    new CanarySettings(
                                            canary.percentTraffic().orElse(0.0),
                                            Optional.of(deployment.id()),
                                            canary.stageVariableOverrides(),
                                            canary.useStageCache().orElse(false))),
                            call.now());
        }
        return known.map(stage -> stage.deploying(deployment.id(), call.now()))
                .map(stage -> NewStages.with(stage, stageDescription, variables))
                .orElseGet(() ->
                        NewStages.of(
                                restApiId,
                                name,
                                deployment.id(),
                                new NewStages.Wishes(
                                        stageDescription,
                                        cacheClusterEnabled,
                                        cacheClusterSize,
                                        variables,
                                        Optional.empty(),
                                        Optional.empty(),
                                        tracingEnabled,
                                        Optional.empty()),
                                apis,
                                call));
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "deployments");
    }

    @Override
    public Deployment run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var api = apis.api(restApiId);
        canarySettings.ifPresent(_ -> checkCanary(apis));
        checkMethods(apis);
        if (apis.deployments(restApiId).size() >= AccountLimits.DEPLOYMENTS) {
            throw GatewayErrors.limit(
                    "Maximum number of deployments for this API has been reached");
        }
        var deployment =
                new Deployment(
                        Ids.next(call.random(), Ids.SHORT),
                        description,
                        call.now(),
                        Optional.empty());
        apis.put(restApiId, deployment);
        apis.put(restApiId, deployment.id(), apis.now(api));
        stageName
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> apis.put(restApiId, stage(name, deployment, apis, call)));
        return deployment;
    }
}
