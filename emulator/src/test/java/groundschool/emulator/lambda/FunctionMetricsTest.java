package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import tools.jackson.databind.json.JsonMapper;

/// What Lambda tells CloudWatch, and whom CloudWatch and its logs tell.
class FunctionMetricsTest {

    private final LambdaCloud cloud = new LambdaCloud();

    @BeforeEach
    void create() {
        cloud.create("greeter");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void invocations_errors_and_durations_are_counted() {
        cloud.lambda.invoke(run -> run.functionName("greeter"));
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");
        cloud.lambda.invoke(run -> run.functionName("greeter"));

        assertThat(sum("Invocations", "FunctionName", "greeter")).isEqualTo("2.0 2.0");
        assertThat(sum("Errors", "FunctionName", "greeter")).isEqualTo("2.0 1.0");
        assertThat(sum("Duration", "FunctionName", "greeter")).startsWith("2.0 ");
        assertThat(sum("Invocations", "FunctionName", "greeter", "Resource", "greeter"))
                .isEqualTo("2.0 2.0");
        assertThat(sum("Invocations")).isEqualTo("2.0 2.0");
        assertThat(sum("ConcurrentExecutions", "FunctionName", "greeter")).isEqualTo("2.0 2.0");
    }

    @Test
    void of_an_alias_the_version_is_told_that_ran() {
        cloud.lambda.publishVersion(version -> version.functionName("greeter"));
        cloud.lambda.createAlias(
                alias -> alias.functionName("greeter").name("live").functionVersion("1"));

        cloud.lambda.invoke(run -> run.functionName("greeter").qualifier("live"));

        assertThat(
                        sum(
                                "Invocations",
                                "FunctionName",
                                "greeter",
                                "Resource",
                                "greeter:live",
                                "ExecutedVersion",
                                "1"))
                .isEqualTo("1.0 1.0");
    }

    @Test
    void what_is_turned_away_is_a_throttle_and_no_invocation() {
        cloud.lambda.putFunctionConcurrency(
                limit -> limit.functionName("greeter").reservedConcurrentExecutions(0));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> cloud.lambda.invoke(run -> run.functionName("greeter")))
                .isInstanceOf(TooManyRequestsException.class);

        assertThat(sum("Throttles", "FunctionName", "greeter")).isEqualTo("1.0 1.0");
        assertThat(sum("Invocations", "FunctionName", "greeter")).isEmpty();
    }

    @Test
    void asynchronous_events_are_counted_and_their_age_is_told() throws Exception {
        cloud.lambda.invoke(
                run -> run.functionName("greeter").invocationType(InvocationType.EVENT));

        until(() -> !cloud.runtimes.runs.isEmpty());
        assertThat(sum("AsyncEventsReceived", "FunctionName", "greeter")).isEqualTo("1.0 1.0");
        assertThat(sum("AsyncEventAge", "FunctionName", "greeter")).startsWith("1.0 ");
    }

    @Test
    void an_alarm_invokes_a_function_that_lets_it() throws Exception {
        permit("lambda.alarms.cloudwatch.amazonaws.com");
        call(
                "cloudwatch",
                "PutMetricAlarm",
                "{'AlarmName':'broken','Namespace':'shop','MetricName':'m','Statistic':'Sum','Period':60,'EvaluationPeriods':1,'Threshold':0,'ComparisonOperator':'GreaterThanThreshold','AlarmActions':['%sgreeter']}"
                        .formatted(LambdaCloud.ARN));

        call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName':'broken','StateValue':'ALARM','StateReason':'drill'}");

        until(() -> !cloud.runtimes.runs.isEmpty());
        var event = JsonMapper.shared().readTree(cloud.runtimes.runs.getFirst().event());
        assertThat(event.path("source").asString()).isEqualTo("aws.cloudwatch");
        assertThat(event.at("/alarmData/state/value").asString()).isEqualTo("ALARM");
        assertThat(event.at("/alarmData/state/reason").asString()).isEqualTo("drill");
        assertThat(event.at("/alarmData/previousState/value").asString())
                .isEqualTo("INSUFFICIENT_DATA");
        assertThat(event.at("/alarmData/configuration/metrics/0/metricStat/metric/name").asString())
                .isEqualTo("m");
        assertThat(
                        call("cloudwatch", "DescribeAlarmHistory", "{'HistoryItemType':'Action'}")
                                .toString())
                .contains("Successfully executed action");
    }

    @Test
    void an_event_after_a_suppression_says_what_kept_the_alarm_from_acting() throws Exception {
        permit("lambda.alarms.cloudwatch.amazonaws.com");
        for (var name : List.of("broken", "maintenance")) {
            call(
                    "cloudwatch",
                    "PutMetricAlarm",
                    "{'AlarmName':'%s','Namespace':'shop','MetricName':'m','Statistic':'Sum','Period':60,'EvaluationPeriods':1,'Threshold':0,'ComparisonOperator':'GreaterThanThreshold','TreatMissingData':'ignore'}"
                            .formatted(name));
        }
        call(
                "cloudwatch",
                "PutCompositeAlarm",
                "{'AlarmName':'page','AlarmRule':'ALARM(broken)','AlarmActions':['%sgreeter'],'ActionsSuppressor':'maintenance','ActionsSuppressorWaitPeriod':120,'ActionsSuppressorExtensionPeriod':60}"
                        .formatted(LambdaCloud.ARN));

        call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName':'broken','StateValue':'ALARM','StateReason':'drill'}");
        cloud.advance(Duration.ofSeconds(130));

        until(() -> !cloud.runtimes.runs.isEmpty());
        var event = JsonMapper.shared().readTree(cloud.runtimes.runs.getFirst().event());
        assertThat(event.at("/alarmData/alarmName").asString()).isEqualTo("page");
        assertThat(event.at("/alarmData/state/value").asString()).isEqualTo("ALARM");
        assertThat(event.at("/alarmData/previousState/value").asString()).isEqualTo("ALARM");
        assertThat(event.at("/alarmData/previousState/actionsSuppressedReason").asString())
                .isEqualTo("Actions suppressed by WaitPeriod");
        assertThat(event.at("/alarmData/configuration/actionsSuppressorWaitPeriod").asInt())
                .isEqualTo(120);
    }

    @Test
    void an_alarm_says_that_a_function_does_not_let_it() throws Exception {
        call(
                "cloudwatch",
                "PutMetricAlarm",
                "{'AlarmName':'broken','Namespace':'shop','MetricName':'m','Statistic':'Sum','Period':60,'EvaluationPeriods':1,'Threshold':0,'ComparisonOperator':'GreaterThanThreshold','AlarmActions':['%sgreeter']}"
                        .formatted(LambdaCloud.ARN));

        call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName':'broken','StateValue':'ALARM','StateReason':'drill'}");

        until(() ->
                call("cloudwatch", "DescribeAlarmHistory", "{'HistoryItemType':'Action'}")
                        .toString()
                        .contains("Failed to execute action"));
        assertThat(cloud.runtimes.runs).isEmpty();
    }

    @Test
    void a_subscription_gives_a_function_what_was_logged() throws Exception {
        call("logs", "CreateLogGroup", "{'logGroupName':'shop'}");
        call("logs", "CreateLogStream", "{'logGroupName':'shop','logStreamName':'web'}");
        var subscribe =
                "{'logGroupName':'shop','filterName':'f','filterPattern':'ERROR','destinationArn':'%sgreeter'}"
                        .formatted(LambdaCloud.ARN);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> call("logs", "PutSubscriptionFilter", subscribe))
                .hasMessage(
                        "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.");
        permit("logs.amazonaws.com");
        call("logs", "PutSubscriptionFilter", subscribe);

        call(
                "logs",
                "PutLogEvents",
                "{'logGroupName':'shop','logStreamName':'web','logEvents':[{'timestamp':%d,'message':'ERROR one'},{'timestamp':%d,'message':'fine'}]}"
                        .formatted(now(), now()));

        until(() -> !cloud.runtimes.runs.isEmpty());
        var data =
                JsonMapper.shared()
                        .readTree(cloud.runtimes.runs.getFirst().event())
                        .at("/awslogs/data")
                        .asString();
        try (var gzip =
                new java.util.zip.GZIPInputStream(
                        new java.io.ByteArrayInputStream(
                                java.util.Base64.getDecoder().decode(data)))) {
            assertThat(new String(gzip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("ERROR one")
                    .doesNotContain("fine");
        }
    }

    private void permit(String service) {
        cloud.lambda.addPermission(permission ->
                permission
                        .functionName("greeter")
                        .statementId("s")
                        .action("lambda:InvokeFunction")
                        .principal(service)
                        .sourceAccount(LambdaCloud.ACCOUNT));
    }

    private long now() {
        return cloud.sandbox().clock().now().toEpochMilli();
    }

    /// How many values, and their sum; empty if there are none.
    private String sum(String metric, String... dimensions) {
        var named = new StringBuilder();
        for (int i = 0; i < dimensions.length; i += 2) {
            named.append(i == 0 ? "" : ",")
                    .append(
                            "{'Name':'%s','Value':'%s'}"
                                    .formatted(dimensions[i], dimensions[i + 1]));
        }
        var now = cloud.sandbox().clock().now();
        var points =
                call(
                                "cloudwatch",
                                "GetMetricStatistics",
                                "{'Namespace':'AWS/Lambda','MetricName':'%s','Dimensions':[%s],'StartTime':%d,'EndTime':%d,'Period':3600,'Statistics':['SampleCount','Sum']}"
                                        .formatted(
                                                metric,
                                                named,
                                                seconds(now.minus(Duration.ofHours(1))),
                                                seconds(now.plus(Duration.ofHours(1)))))
                        .path("Datapoints");
        var totals = new double[2];
        points.forEach(point -> {
            totals[0] += point.path("SampleCount").asDouble();
            totals[1] += point.path("Sum").asDouble();
        });
        return totals[0] == 0 ? "" : totals[0] + " " + totals[1];
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }

    private tools.jackson.databind.JsonNode call(String service, String operation, String input) {
        return cloud.emulator.perform(
                new Caller(cloud.sandbox(), cloud.key.principal(), "eu-west-1"),
                service,
                operation,
                JsonMapper.shared().readTree(input.replace('\'', '"')));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        for (int i = 0; i < 500 && !condition.holds(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.holds()).isTrue();
    }
}
