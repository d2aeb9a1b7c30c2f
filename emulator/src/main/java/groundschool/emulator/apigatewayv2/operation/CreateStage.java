package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Times;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.AccessLogSettings;
import groundschool.emulator.apigatewayv2.api.RouteSettings;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an API callable.
///
/// Source:
/// [CreateStage](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html)
public record CreateStage(
        String apiId,
        String stageName,
        Optional<AccessLogSettings> accessLogSettings,
        Optional<Boolean> autoDeploy,
        Optional<Object> clientCertificateId,
        Optional<RouteSettings> defaultRouteSettings,
        Optional<String> deploymentId,
        Optional<String> description,
        Optional<Map<String, RouteSettings>> routeSettings,
        Optional<Map<String, String>> stageVariables,
        Optional<Map<String, String>> tags)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "stages");
    }

    @Override
    public Stage run(HttpApis apis, Call call) {
        V2Errors.refuse("the parameter clientCertificateId", clientCertificateId.isPresent());
        defaultRouteSettings.ifPresent(StageRules::checkSettings);
        routeSettings.orElse(Map.of()).values().forEach(StageRules::checkSettings);
        StageRules.checkName(apis.api(call.region(), apiId), stageName);
        if (apis.findStage(call.region(), apiId, stageName).isPresent()) {
            throw V2Errors.conflict("Stage already exists");
        }
        if (autoDeploy.orElse(false) && deploymentId.isPresent()) {
            throw V2Errors.badRequest(
                    "Deployment ID cannot be set on stage %s because AutoDeploy is enabled"
                            .formatted(stageName));
        }
        deploymentId.ifPresent(id -> apis.deployment(call.region(), apiId, id));
        var now = Times.text(call.now());
        var stage =
                new Stage(
                        stageName,
                        autoDeploy.orElse(false),
                        deploymentId,
                        now,
                        now,
                        defaultRouteSettings.orElse(RouteSettings.USUAL),
                        routeSettings.orElse(Map.of()),
                        stageVariables.orElse(Map.of()),
                        accessLogSettings,
                        description,
                        Optional.empty(),
                        tags.orElse(Map.of()),
                        Optional.empty());
        apis.put(call.region(), apiId, stage);
        if (stage.autoDeploy()) {
            apis.changed(apiId, call);
        }
        return apis.stage(call.region(), apiId, stageName);
    }
}
