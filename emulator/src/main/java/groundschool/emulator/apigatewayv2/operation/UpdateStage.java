package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.AccessLogSettings;
import groundschool.emulator.apigatewayv2.api.RouteSettings;
import groundschool.emulator.apigatewayv2.api.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes a stage.
///
/// Source:
/// [UpdateStage](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html)
public record UpdateStage(
        String apiId,
        String stageName,
        Optional<AccessLogSettings> accessLogSettings,
        Optional<Boolean> autoDeploy,
        Optional<Object> clientCertificateId,
        Optional<RouteSettings> defaultRouteSettings,
        Optional<String> deploymentId,
        Optional<String> description,
        Optional<Map<String, RouteSettings>> routeSettings,
        Optional<Map<String, String>> stageVariables)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "stages", stageName);
    }

    @Override
    public Stage run(HttpApis apis, Call call) {
        V2Errors.refuse("the parameter clientCertificateId", clientCertificateId.isPresent());
        defaultRouteSettings.ifPresent(StageRules::checkSettings);
        routeSettings.orElse(Map.of()).values().forEach(StageRules::checkSettings);
        var before = apis.stage(call.region(), apiId, stageName);
        deploymentId.ifPresent(id -> {
            if (before.autoDeploy() && autoDeploy.orElse(true)) {
                throw V2Errors.badRequest(
                        "Deployment ID cannot be set on stage %s because AutoDeploy is enabled"
                                .formatted(stageName));
            }
            apis.deployment(call.region(), apiId, id);
        });
        var changed = Overlay.on(before, this, Stage.class);
        apis.put(call.region(), apiId, changed);
        if (changed.autoDeploy() && !before.autoDeploy()) {
            apis.changed(apiId, call);
        }
        return apis.stage(call.region(), apiId, stageName);
    }
}
