package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.CacheClusterStatus;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.UpdateStageResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/// Stages and deployments: settings, caches, canaries, logs, metrics, and trying without one.
class StageTest {

    private final ApiCloud cloud = new ApiCloud();
    private final AtomicInteger count = new AtomicInteger();
    private String api = "";
    private String deployment = "";

    @BeforeEach
    void open() {
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"body\":\"" + count.incrementAndGet() + "\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/orders", "GET", echo);
        deployment = cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private UpdateStageResponse update(Op op, String path, String value) {
        return cloud.gateway.updateStage(request ->
                request.restApiId(api)
                        .stageName("dev")
                        .patchOperations(
                                PatchOperation.builder().op(op).path(path).value(value).build()));
    }

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
    void a_cache_answers_until_its_time_is_over_or_it_is_flushed() {
        cloud.sandbox().clock().freeze();
        update(Op.REPLACE, "/cacheClusterEnabled", "true");
        update(Op.REPLACE, "/*/*/caching/enabled", "true");
        update(Op.REPLACE, "/*/*/caching/ttlInSeconds", "60");

        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("1");
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("1");
        cloud.sandbox().clock().advance(Duration.ofSeconds(61));
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("2");
        cloud.gateway.flushStageCache(request -> request.restApiId(api).stageName("dev"));
        assertThat(cloud.call(api, "/dev/orders").body()).isEqualTo("3");

        var ignored =
                cloud.call(
                        api,
                        "GET",
                        "/dev/orders",
                        "",
                        request -> request.header("Cache-Control", "max-age=0"));
        assertThat(ignored.body()).isEqualTo("3");
        assertThat(ignored.headers().firstValue("Warning").orElse("")).startsWith("199 ");
        update(Op.REPLACE, "/*/*/caching/requireAuthorizationForCacheControl", "false");
        var fresh =
                cloud.call(
                        api,
                        "GET",
                        "/dev/orders",
                        "",
                        request -> request.header("Cache-Control", "max-age=0"));
        assertThat(fresh.body()).isEqualTo("4");
    }

    @Test
    void each_request_is_a_line_of_the_access_log() {
        assertThatThrownBy(() ->
                        update(
                                Op.REPLACE,
                                "/accessLogSettings/destinationArn",
                                "arn:aws:logs:eu-west-1:111122223333:log-group:api"))
                .hasMessageContaining(
                        "CloudWatch Logs role ARN must be set in account settings to enable logging");
        cloud.iam.putRolePolicy(policy ->
                policy.roleName("worker")
                        .policyName("log")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}\
                                """));
        cloud.gateway.updateAccount(request ->
                request.patchOperations(patch ->
                        patch.op(Op.REPLACE).path("/cloudwatchRoleArn").value(ApiCloud.ROLE)));
        try (var logs = cloud.client(CloudWatchLogsClient.builder())) {
            logs.createLogGroup(request -> request.logGroupName("api"));
            update(
                    Op.REPLACE,
                    "/accessLogSettings/destinationArn",
                    "arn:aws:logs:eu-west-1:111122223333:log-group:api");
            update(
                    Op.REPLACE,
                    "/accessLogSettings/format",
                    "$context.httpMethod $context.resourcePath $context.status $context.identity.sourceIp $context.error.message");
            cloud.call(api, "/dev/orders");
            cloud.call(api, "/dev/nothing");

            assertThat(
                            logs
                                    .filterLogEvents(request -> request.logGroupName("api"))
                                    .events()
                                    .stream()
                                    .map(event -> event.message()))
                    .containsExactly(
                            "GET /orders 200 127.0.0.1 -",
                            "GET - 403 127.0.0.1 Missing Authentication Token");
        }
    }

    @Test
    void requests_are_counted() {
        cloud.call(api, "/dev/orders");
        cloud.call(api, "/dev/nothing");

        try (var metrics = cloud.client(CloudWatchClient.builder())) {
            assertThat(sum(metrics, "Count")).isEqualTo(2);
            assertThat(sum(metrics, "4XXError")).isEqualTo(1);
            assertThat(sum(metrics, "5XXError")).isZero();
        }
    }

    private static double sum(CloudWatchClient metrics, String name) {
        var now = Instant.now();
        return metrics
                .getMetricStatistics(request ->
                        request.namespace("AWS/ApiGateway")
                                .metricName(name)
                                .dimensions(
                                        d -> d.name("ApiName").value("shop"),
                                        d -> d.name("Stage").value("dev"))
                                .startTime(now.minusSeconds(600))
                                .endTime(now.plusSeconds(60))
                                .period(60)
                                .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToDouble(point -> point.sum())
                .sum();
    }

    @Test
    void a_method_is_tried_without_a_deployment() {
        var resource = cloud.resource(api, "/tried/{id}");
        cloud.method(
                api,
                resource,
                "GET",
                method -> method.authorizationType("AWS_IAM"),
                integration ->
                        integration
                                .type("MOCK")
                                .requestTemplates(
                                        Map.of("application/json", "{\"statusCode\":200}")));
        cloud.gateway.putMethodResponse(request ->
                request.restApiId(api).resourceId(resource).httpMethod("GET").statusCode("200"));
        cloud.gateway.putIntegrationResponse(request ->
                request.restApiId(api)
                        .resourceId(resource)
                        .httpMethod("GET")
                        .statusCode("200")
                        .responseTemplates(
                                Map.of("application/json", "{\"stage\":\"$context.stage\"}")));

        var tried =
                cloud.gateway.testInvokeMethod(request ->
                        request.restApiId(api)
                                .resourceId(resource)
                                .httpMethod("GET")
                                .pathWithQueryString("/tried/7?foo=bar"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body()).isEqualTo("{\"stage\":\"test-invoke-stage\"}");
        assertThat(tried.headers()).containsEntry("Content-Type", "application/json");
        assertThat(
                        tried.log()
                                .replaceAll("(?m)^\\w{3} \\w{3} \\d\\d [\\d:]+ UTC \\d{4}", "T")
                                .lines())
                .containsAll(
                        List.of(
                                "T : HTTP Method: GET, Resource Path: /tried/7",
                                "T : Method request path: {id=7}",
                                "T : Method request query string: {foo=bar}",
                                "T : Method request headers: {}",
                                "T : Method response headers: {Content-Type=application/json}",
                                "T : Successfully completed execution",
                                "T : Method completed with status: 200"));
    }

    @Test
    void an_authorizer_is_asked_without_a_deployment() {
        var judge = cloud.function("judge");
        cloud.functions.script(
                "judge",
                event ->
                        """
                        {"principalId":"%s","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}\
                        """
                                .formatted(event.path("authorizationToken").asString()));
        var id =
                cloud.gateway
                        .createAuthorizer(request ->
                                request.restApiId(api)
                                        .name("judge")
                                        .type("TOKEN")
                                        .authorizerUri(ApiCloud.uri(judge))
                                        .identitySource("method.request.header.Auth"))
                        .id();

        var let =
                cloud.gateway.testInvokeAuthorizer(request ->
                        request.restApiId(api).authorizerId(id).headers(Map.of("Auth", "ann")));
        var kept =
                cloud.gateway.testInvokeAuthorizer(
                        request -> request.restApiId(api).authorizerId(id));

        assertThat(let.clientStatus()).isEqualTo(200);
        assertThat(let.principalId()).isEqualTo("ann");
        assertThat(let.policy()).contains("execute-api:Invoke");
        assertThat(kept.clientStatus()).isEqualTo(401);
    }

    @Test
    void each_step_of_a_request_is_told_at_a_level() {
        cloud.iam.putRolePolicy(policy ->
                policy.roleName("worker")
                        .policyName("log")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}\
                                """));
        cloud.gateway.updateAccount(request ->
                request.patchOperations(patch ->
                        patch.op(Op.REPLACE).path("/cloudwatchRoleArn").value(ApiCloud.ROLE)));
        update(Op.REPLACE, "/*/*/logging/loglevel", "INFO");

        cloud.call(api, "/dev/orders");

        try (var logs = cloud.client(CloudWatchLogsClient.builder())) {
            assertThat(
                            logs
                                    .filterLogEvents(request ->
                                            request.logGroupName(
                                                    "API-Gateway-Execution-Logs_" + api + "/dev"))
                                    .events()
                                    .stream()
                                    .map(event -> event.message().replaceFirst("^\\(.*?\\) ", "")))
                    .contains(
                            "HTTP Method: GET, Resource Path: /orders",
                            "Method completed with status: 200");
        }
    }

    @Test
    void answers_are_packed_for_those_who_take_them_so() {
        cloud.functions.script("echo", _ -> "{\"body\":\"" + "x".repeat(1000) + "\"}");
        cloud.gateway.updateRestApi(request ->
                request.restApiId(api)
                        .patchOperations(patch ->
                                patch.op(Op.REPLACE).path("/minimumCompressionSize").value("100")));
        cloud.deploy(api, "dev");

        var packed =
                cloud.call(
                        api,
                        "GET",
                        "/dev/orders",
                        "",
                        request -> request.header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length()).isLessThan(200);
        assertThat(cloud.call(api, "/dev/orders").body()).hasSize(1000);
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
