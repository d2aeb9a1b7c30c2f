package groundschool.emulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.logs.LogAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Alarms on the sandbox's clock.
class AlarmsTest {

    private static final String ALARM =
            "{'AlarmName': 'slow', 'Namespace': 'shop', 'MetricName': 'latency', 'Statistic': 'Average', 'Period': 60, 'EvaluationPeriods': %d, 'Threshold': 2, 'ComparisonOperator': 'GreaterThanThreshold'%s}";

    private final LogAccount account = new LogAccount();

    @BeforeEach
    void beginAtAMinute() {
        account.advance(Duration.ofMillis(60_000 - Math.floorMod(account.now(), 60_000L)));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_new_alarm_has_insufficient_data() {
        alarm(1, "");

        assertThat(described().path("StateReason").asString())
                .isEqualTo("Unchecked: Initial alarm creation");
        assertThat(described().path("AlarmArn").asString())
                .isEqualTo("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:slow");
        assertThat(described().path("Dimensions").isArray()).isTrue();
    }

    @Test
    void it_alarms_when_a_period_that_is_over_the_threshold_has_ended() {
        alarm(1, "");
        put(5);
        account.advance(Duration.ofSeconds(59));
        assertThat(state()).isEqualTo("INSUFFICIENT_DATA");

        account.advance(Duration.ofSeconds(1));

        assertThat(state()).isEqualTo("ALARM");
        assertThat(described().path("StateReason").asString())
                .startsWith("Threshold Crossed: 1 datapoint [5.0 (")
                .endsWith(":00)] was greater than the threshold (2.0).");
        assertThat(described().path("StateReasonData").asString())
                .contains("\"recentDatapoints\":[5.0]", "\"threshold\":2.0");
    }

    @Test
    void it_is_well_again_and_then_without_data() {
        alarm(1, "");
        put(5);
        account.advance(Duration.ofSeconds(60));
        put(1);
        account.advance(Duration.ofSeconds(60));
        assertThat(state()).isEqualTo("OK");

        account.advance(Duration.ofMinutes(10));

        assertThat(state()).isEqualTo("INSUFFICIENT_DATA");
    }

    /// Source: the tables of [Configuring how CloudWatch alarms treat missing
    /// data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html)
    @ParameterizedTest(name = "{0}, {1} of {2}, {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    0-X-X, 3, 3, missing,      OK
                    ----0, 3, 3, missing,      OK
                    -----, 3, 3, missing,      INSUFFICIENT_DATA
                    -----, 3, 3, breaching,    ALARM
                    -----, 3, 3, notBreaching, OK
                    -----, 3, 3, ignore,       INSUFFICIENT_DATA
                    0XX-X, 3, 3, missing,      ALARM
                    --X--, 3, 3, missing,      ALARM
                    --X--, 3, 3, ignore,       INSUFFICIENT_DATA
                    --X--, 3, 3, breaching,    ALARM
                    --X--, 3, 3, notBreaching, OK
                    0-X-X, 2, 3, missing,      ALARM
                    00X0X, 2, 3, missing,      ALARM
                    0-X--, 2, 3, missing,      OK
                    0-X--, 2, 3, breaching,    ALARM
                    ---X-, 2, 3, missing,      ALARM
                    ---X-, 2, 3, notBreaching, OK
                    """)
    void missing_data_is_treated_as_the_documentation_s_tables_say(
            String points, int enough, int periods, String treatment, String expected) {
        points.chars()
                .forEach(point -> {
                    if (point != '-') {
                        put(point == 'X' ? 5 : 1);
                    }
                    account.advance(Duration.ofSeconds(60));
                });
        alarm(
                periods,
                ", 'TreatMissingData': '%s', 'DatapointsToAlarm': %d".formatted(treatment, enough));

        assertThat(evaluated()).isEqualTo(expected);
    }

    /// What the alarm is now, rather than at the next minute.
    private String evaluated() {
        return account.sandbox()
                .storage()
                .transition(() ->
                        account.sandbox()
                                .state(CloudWatch.SERVICE)
                                .alarms()
                                .evaluated(
                                        "slow",
                                        LogAccount.REGION,
                                        account.sandbox().clock().now()));
    }

    @Test
    void a_state_that_is_set_stands_in_the_history_with_what_it_would_have_done() {
        alarm(1, ", 'AlarmActions': ['arn:aws:sns:eu-west-1:111122223333:ops']");

        account.call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName': 'slow', 'StateValue': 'ALARM', 'StateReason': 'testing'}");
        account.advance(Duration.ofMillis(1));

        assertThat(state()).isEqualTo("ALARM");
        assertThat(history())
                .contains("Alarm updated from INSUFFICIENT_DATA to ALARM", "Alarm \"slow\" created")
                .anyMatch(summary ->
                        summary.startsWith(
                                "Failed to execute action arn:aws:sns:eu-west-1:111122223333:ops."));
    }

    @Test
    void an_alarm_whose_actions_are_disabled_does_nothing() {
        alarm(1, ", 'AlarmActions': ['arn:aws:sns:eu-west-1:111122223333:ops']");
        account.call("cloudwatch", "DisableAlarmActions", "{'AlarmNames': ['slow']}");

        account.call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName': 'slow', 'StateValue': 'ALARM', 'StateReason': 'testing'}");
        account.advance(Duration.ofMillis(1));

        assertThat(described().path("ActionsEnabled").asBoolean()).isFalse();
        assertThat(history()).noneMatch(summary -> summary.contains("action"));
    }

    @Test
    void an_alarm_on_an_expression_is_evaluated_too() {
        account.call(
                "cloudwatch",
                "PutMetricAlarm",
                """
                {'AlarmName': 'slow', 'EvaluationPeriods': 1, 'Threshold': 2, 'ComparisonOperator': 'GreaterThanThreshold',
                 'Metrics': [{'Id': 'x', 'Expression': 'm * 2'},
                             {'Id': 'm', 'ReturnData': false, 'MetricStat': {'Metric': {'Namespace': 'shop', 'MetricName': 'latency'}, 'Period': 60, 'Stat': 'Sum'}}]}
                """);
        put(1.5);
        account.advance(Duration.ofSeconds(60));

        assertThat(state()).isEqualTo("ALARM");
    }

    @Test
    void alarms_of_a_metric_are_found_and_labelled_and_deleted() {
        alarm(1, ", 'Tags': [{'Key': 'env', 'Value': 'test'}]");
        var arn = described().path("AlarmArn").asString();
        account.call(
                "cloudwatch",
                "TagResource",
                "{'ResourceARN': '%s', 'Tags': [{'Key': 'a', 'Value': 'b'}]}".formatted(arn));

        assertThat(
                        account.call(
                                "cloudwatch",
                                "ListTagsForResource",
                                "{'ResourceARN': '%s'}".formatted(arn)))
                .hasToString(
                        "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"},{\"Key\":\"env\",\"Value\":\"test\"}]}");
        assertThat(
                        account.call(
                                        "cloudwatch",
                                        "DescribeAlarmsForMetric",
                                        "{'Namespace': 'shop', 'MetricName': 'latency'}")
                                .path("MetricAlarms"))
                .hasSize(1);
        account.call("cloudwatch", "DeleteAlarms", "{'AlarmNames': ['slow']}");
        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "SetAlarmState",
                                "{'AlarmName': 'slow', 'StateValue': 'OK', 'StateReason': 'x'}"))
                .isEqualTo("ResourceNotFound: ");
        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "SetAlarmState",
                                "{'AlarmName': 'slow', 'StateValue': 'INVALID', 'StateReason': 'x'}"))
                .isEqualTo(
                        "ValidationError: 1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]");
    }

    @Test
    void an_alarm_is_evaluated_after_a_rewind_too() {
        alarm(1, "");
        var checkpoint = account.sandbox().checkpoint();
        account.call("cloudwatch", "DeleteAlarms", "{'AlarmNames': ['slow']}");
        account.sandbox().rewind(checkpoint);
        put(5);

        account.advance(Duration.ofSeconds(60));

        assertThat(state()).isEqualTo("ALARM");
    }

    private void alarm(int periods, String more) {
        account.call("cloudwatch", "PutMetricAlarm", ALARM.formatted(periods, more));
    }

    private void put(double value) {
        account.call(
                "cloudwatch",
                "PutMetricData",
                "{'Namespace': 'shop', 'MetricData': [{'MetricName': 'latency', 'Value': %s}]}"
                        .formatted(value));
    }

    private JsonNode described() {
        return account.call("cloudwatch", "DescribeAlarms", "{}").at("/MetricAlarms/0");
    }

    private String state() {
        return described().path("StateValue").asString();
    }

    private List<String> history() {
        return account.call("cloudwatch", "DescribeAlarmHistory", "{'AlarmName': 'slow'}")
                .path("AlarmHistoryItems")
                .valueStream()
                .map(item -> item.path("HistorySummary").asString())
                .toList();
    }
}
