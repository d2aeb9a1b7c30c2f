package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/// What a stage does with requests: caches, logs, metrics, packed answers.
class StageTrafficTest extends StageFixture {

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
}
