package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.CacheClusterStatus;
import software.amazon.awssdk.services.apigateway.model.Op;

/// Stages and deployments: settings, caches, canaries, logs, metrics, and trying without one.
class StageTest extends StageFixture {

    @Test
    void a_stage_shows_what_aws_shows() {
        var stage = cloud.gateway.getStage(request -> request.restApiId(api).stageName("dev"));

        assertThat(stage.deploymentId()).isEqualTo(deployment);
        assertThat(stage.cacheClusterStatus()).isEqualTo(CacheClusterStatus.NOT_AVAILABLE);
        assertThat(stage.tracingEnabled()).isFalse();
        assertThat(stage.methodSettings()).isEmpty();
        assertThat(stage.hasVariables()).isFalse();
    }

    @Test
    void settings_of_all_methods_begin_with_what_is_usual() {
        var stage = update(Op.REPLACE, "/*/*/caching/enabled", "true");

        var all = Objects.requireNonNull(stage.methodSettings().get("*/*"));
        assertThat(all.cachingEnabled()).isTrue();
        assertThat(all.cacheTtlInSeconds()).isEqualTo(300);
        assertThat(all.throttlingBurstLimit()).isEqualTo(5000);
        assertThat(all.throttlingRateLimit()).isEqualTo(10_000);
        assertThat(all.loggingLevel()).isNull();
        assertThat(update(Op.REMOVE, "/*/*", "").methodSettings()).isEmpty();
        assertThatThrownBy(() -> update(Op.REMOVE, "/*/*", ""))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(
                        "Cannot remove method setting */* because there is no method setting for this method ");
    }

    @Test
    void a_path_that_stages_do_not_have_is_told_with_all_that_they_have() {
        assertThatThrownBy(() -> update(Op.REPLACE, "/tags/tag1", "x"))
                .hasMessageContaining(
                        "Invalid method setting path: /tags/tag1. Must be one of: [/deploymentId, /description, /cacheClusterEnabled,");
        assertThatThrownBy(() -> update(Op.REPLACE, "/deploymentId", "nowhere"))
                .hasMessageContaining("Deployment id does not exist");
    }

    @Test
    void a_deployment_that_a_stage_shows_stays() {
        assertThatThrownBy(() ->
                        cloud.gateway.deleteDeployment(
                                request -> request.restApiId(api).deploymentId(deployment)))
                .hasMessageContaining(
                        "Active stages pointing to this deployment must be moved or deleted");
        cloud.deploy(api, "dev");
        cloud.gateway.deleteDeployment(request -> request.restApiId(api).deploymentId(deployment));
        assertThat(cloud.gateway.getDeployments(request -> request.restApiId(api)).items())
                .hasSize(1);
    }

    @Test
    void an_api_without_methods_is_not_deployed() {
        var empty = cloud.api("empty");

        assertThatThrownBy(() -> cloud.deploy(empty, "dev"))
                .hasMessageContaining("The REST API doesn't contain any methods");
    }

    @Test
    void an_older_deployment_can_be_shown_again() {
        cloud.proxy(api, "/more", "GET", cloud.function("more"));
        cloud.functions.script("more", _ -> "{\"statusCode\":200}");
        cloud.deploy(api, "dev");
        assertThat(cloud.call(api, "/dev/more").statusCode()).isEqualTo(200);

        update(Op.REPLACE, "/deploymentId", deployment);

        assertThat(cloud.call(api, "/dev/more").statusCode()).isEqualTo(403);
    }

    @Test
    void a_canary_gets_its_share_and_is_promoted() {
        cloud.functions.script(
                "echo",
                event ->
                        "{\"body\":\""
                                + event.path("stageVariables").path("v").asString("none")
                                + "\"}");
        cloud.gateway.createDeployment(request ->
                request.restApiId(api)
                        .stageName("dev")
                        .canarySettings(canary ->
                                canary.percentTraffic(100.0)
                                        .stageVariableOverrides(Map.of("v", "new"))));

        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("new");

        update(Op.REPLACE, "/canarySettings/percentTraffic", "0");
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("none");
        cloud.gateway.updateStage(request ->
                request.restApiId(api)
                        .stageName("dev")
                        .patchOperations(
                                patch ->
                                        patch.op(Op.COPY)
                                                .from("/canarySettings/stageVariableOverrides")
                                                .path("/variables"),
                                patch -> patch.op(Op.REMOVE).path("/canarySettings")));
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("new");
    }

    @Test
    void a_private_api_is_reached_from_nowhere() {
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(
                                patch ->
                                        patch.op(Op.REPLACE)
                                                .path("/endpointConfiguration/types/EDGE")
                                                .value("PRIVATE"),
                                patch ->
                                        patch.op(Op.REPLACE)
                                                .path("/endpointConfiguration/ipAddressType")
                                                .value("dualstack")));

        assertThat(cloud.call(api, "/dev/orders").statusCode()).isEqualTo(403);
    }
}
