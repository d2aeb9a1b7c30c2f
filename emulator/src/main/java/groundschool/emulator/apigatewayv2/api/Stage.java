package groundschool.emulator.apigatewayv2.api;

import java.util.Map;
import java.util.Optional;

/// A deployment that clients can call.
///
/// @param stageName `$default` needs none in paths
/// @param autoDeploy whether each change shows at once
public record Stage(
        String stageName,
        boolean autoDeploy,
        Optional<String> deploymentId,
        String createdDate,
        String lastUpdatedDate,
        RouteSettings defaultRouteSettings,
        Map<String, RouteSettings> routeSettings,
        Map<String, String> stageVariables,
        Optional<AccessLogSettings> accessLogSettings,
        Optional<String> description,
        Optional<String> lastDeploymentStatusMessage,
        Map<String, String> tags,
        Optional<Boolean> apiGatewayManaged) {

    public Stage deploying(String id, boolean byItself, String now) {
        return new Stage(
                stageName,
                autoDeploy,
                Optional.of(id),
                createdDate,
                now,
                defaultRouteSettings,
                routeSettings,
                stageVariables,
                accessLogSettings,
                description,
                byItself
                        ? Optional.of(
                                "Successfully deployed stage with deployment ID '%s'".formatted(id))
                        : lastDeploymentStatusMessage,
                tags,
                apiGatewayManaged);
    }

    public Stage withTags(Map<String, String> others) {
        return with(accessLogSettings, routeSettings, others);
    }

    public Stage withoutAccessLog() {
        return with(Optional.empty(), routeSettings, tags);
    }

    public Stage withRouteSettings(Map<String, RouteSettings> others) {
        return with(accessLogSettings, others, tags);
    }

    private Stage with(
            Optional<AccessLogSettings> log,
            Map<String, RouteSettings> routes,
            Map<String, String> otherTags) {
        return new Stage(
                stageName,
                autoDeploy,
                deploymentId,
                createdDate,
                lastUpdatedDate,
                defaultRouteSettings,
                routes,
                stageVariables,
                log,
                description,
                lastDeploymentStatusMessage,
                otherTags,
                apiGatewayManaged);
    }
}
