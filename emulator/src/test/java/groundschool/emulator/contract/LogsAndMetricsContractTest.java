package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/// The AWS SDK for Java, which speaks CBOR to CloudWatch, over HTTP.
class LogsAndMetricsContractTest {

    private static final Instant NOW = Instant.now();

    private static Emulator emulator;
    private static EmulatorServer server;
    private static AccessKey key;
    private static CloudWatchLogsClient logs;
    private static CloudWatchClient metrics;

    @BeforeAll
    static void start() throws Exception {
        emulator = new Emulator(Sandboxes.inMemory());
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        key = emulator.sandboxes().create("111122223333");
        var credentials =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.id(), key.secret()));
        logs =
                CloudWatchLogsClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials)
                        .build();
        metrics =
                CloudWatchClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials)
                        .build();
    }

    @AfterAll
    static void stop() {
        logs.close();
        metrics.close();
        server.close();
        emulator.close();
    }

    @Test
    void writes_events_and_pages_through_them() {
        logs.createLogGroup(group -> group.logGroupName("orders"));
        logs.createLogStream(stream -> stream.logGroupName("orders").logStreamName("web"));
        logs.putLogEvents(events ->
                events.logGroupName("orders")
                        .logStreamName("web")
                        .logEvents(
                                List.of(event("one ERROR"), event("two"), event("three ERROR"))));

        var all =
                logs
                        .getLogEventsPaginator(events ->
                                events.logGroupName("orders")
                                        .logStreamName("web")
                                        .startFromHead(true)
                                        .limit(2))
                        .events()
                        .stream()
                        .map(each -> each.message())
                        .toList();
        var found =
                logs
                        .filterLogEventsPaginator(events ->
                                events.logGroupName("orders").filterPattern("ERROR").limit(1))
                        .events()
                        .stream()
                        .map(each -> each.message())
                        .toList();

        assertThat(all).containsExactly("one ERROR", "two", "three ERROR");
        assertThat(found).containsExactly("one ERROR", "three ERROR");
        assertThatThrownBy(() -> logs.createLogGroup(group -> group.logGroupName("orders")))
                .isInstanceOf(ResourceAlreadyExistsException.class)
                .hasMessageContaining("The specified log group already exists");
    }

    private static InputLogEvent event(String message) {
        return InputLogEvent.builder().timestamp(NOW.toEpochMilli()).message(message).build();
    }

    @Test
    void gives_values_to_a_metric_and_asks_for_statistics() {
        metrics.putMetricData(data ->
                data.namespace("shop")
                        .metricData(
                                MetricDatum.builder()
                                        .metricName("latency")
                                        .dimensions(
                                                Dimension.builder()
                                                        .name("page")
                                                        .value("cart")
                                                        .build())
                                        .value(2.5)
                                        .timestamp(NOW)
                                        .build()));

        var point =
                metrics.getMetricStatistics(question ->
                                question.namespace("shop")
                                        .metricName("latency")
                                        .dimensions(
                                                Dimension.builder()
                                                        .name("page")
                                                        .value("cart")
                                                        .build())
                                        .startTime(NOW.minusSeconds(300))
                                        .endTime(NOW.plusSeconds(60))
                                        .period(60)
                                        .statistics(Statistic.AVERAGE))
                        .datapoints()
                        .getFirst();

        assertThat(point.average()).isEqualTo(2.5);
        assertThat(point.timestamp()).isEqualTo(NOW.truncatedTo(ChronoUnit.MINUTES));
        assertThat(point.maximum()).isNull();
        assertThat(metrics.listMetrics(list -> list.namespace("shop")).metrics()).hasSize(1);
    }

    @Test
    void makes_an_alarm_and_sets_its_state() {
        metrics.putMetricAlarm(alarm ->
                alarm.alarmName("slow")
                        .namespace("shop")
                        .metricName("latency")
                        .statistic(Statistic.AVERAGE)
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        metrics.setAlarmState(
                state -> state.alarmName("slow").stateValue(StateValue.OK).stateReason("a test"));

        var alarm = metrics.describeAlarms().metricAlarms().getFirst();

        assertThat(alarm.stateValue()).isEqualTo(StateValue.OK);
        assertThat(alarm.threshold()).isEqualTo(1.0);
        assertThatThrownBy(() ->
                        metrics.tagResource(
                                tag -> tag.resourceARN(alarm.alarmArn() + "x").tags(List.of())))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refuses_cbor_that_is_none() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        server.uri()
                                                                + "/service/GraniteServiceVersion20100801/operation/ListMetrics"))
                                        .header("Smithy-Protocol", "rpc-v2-cbor")
                                        .header("Content-Type", "application/cbor")
                                        .POST(HttpRequest.BodyPublishers.ofString("?"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("smithy-protocol")).hasValue("rpc-v2-cbor");
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("MissingAuthenticationTokenException");
    }
}
