package groundschool.emulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/// Alarms on other alarms.
class CompositeAlarmTest {

    private static final String ARN = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:";

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private EmulatorServer server;
    private CloudWatchClient cloudWatch;

    @BeforeEach
    void start() throws IOException {
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        var key = emulator.sandboxes().create("111122223333");
        emulator.sandboxes().open(key.sandbox()).clock().freeze();
        cloudWatch =
                CloudWatchClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(server.uri())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(key.id(), key.secret())))
                        .build();
        for (var name : List.of("a", "b", "c", "with space")) {
            cloudWatch.putMetricAlarm(put ->
                    put.alarmName(name)
                            .namespace("shop")
                            .metricName(name)
                            .statistic(Statistic.SUM)
                            .period(60)
                            .evaluationPeriods(1)
                            .threshold(1.0)
                            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        }
    }

    @AfterEach
    void close() {
        cloudWatch.close();
        server.close();
        emulator.close();
    }

    private void set(String alarm, StateValue value) {
        cloudWatch.setAlarmState(
                set -> set.alarmName(alarm).stateValue(value).stateReason("testing"));
    }

    private void put(String name, String rule) {
        cloudWatch.putCompositeAlarm(put -> put.alarmName(name).alarmRule(rule));
    }

    private CompositeAlarm composite(String name) {
        return cloudWatch
                .describeAlarms(
                        which -> which.alarmNames(name).alarmTypes(AlarmType.COMPOSITE_ALARM))
                .compositeAlarms()
                .getFirst();
    }

    @Test
    void it_follows_the_alarms_of_its_rule_at_once() {
        put("both", "ALARM(a) AND ALARM(\"b\")");
        assertThat(composite("both").stateValue()).isEqualTo(StateValue.OK);
        assertThat(composite("both").stateReason())
                .isEqualTo(ARN + "both was created and its alarm rule evaluates to OK");

        set("a", StateValue.ALARM);
        assertThat(composite("both").stateValue()).isEqualTo(StateValue.OK);
        set("b", StateValue.ALARM);

        assertThat(composite("both").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(composite("both").stateReason())
                .matches(
                        ARN
                                + "b transitioned to ALARM at [A-Z][a-z]+ \\d\\d [A-Z][a-z]+, \\d{4} \\d\\d:\\d\\d:\\d\\d UTC");
        assertThat(composite("both").stateReasonData())
                .contains("\"triggeringAlarms\":[", ARN + "b", "\"value\":\"ALARM\"");
        assertThat(composite("both").alarmArn()).isEqualTo(ARN + "both");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ALARM(a)                                       | ALARM
                    OK(a)                                          | OK
                    NOT ALARM(a)                                   | OK
                    INSUFFICIENT_DATA(c)                           | ALARM
                    ALARM(b) OR OK(b) AND FALSE                    | OK
                    (ALARM(b) OR OK(b)) AND TRUE                   | ALARM
                    NOT (ALARM(b) OR ALARM(c))                     | ALARM
                    ALARM("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a") | ALARM
                    NOT ALARM("with space")                        | ALARM
                    AT_LEAST(2, ALARM, (a, b, c))                  | OK
                    AT_LEAST(1, ALARM, (a, b, c))                  | ALARM
                    AT_LEAST(50%, NOT ALARM, (a, b, c))            | ALARM
                    AT_LEAST(100%, OK, (a, b))                     | OK
                    """)
    void rules_are_read_as_documented(String rule, String expected) {
        set("a", StateValue.ALARM);
        set("b", StateValue.OK);

        put("all", rule);

        assertThat(composite("all").stateValueAsString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALARM(a",
                "ALARM(a) OK(b)",
                "RED(a)",
                "AND",
                "AT_LEAST(4, ALARM, (a, b, c))",
                "AT_LEAST(0, ALARM, (a))",
                "ALARM(\"a)"
            })
    void what_is_no_rule_is_refused(String rule) {
        assertThatThrownBy(() -> put("wrong", rule)).isInstanceOf(CloudWatchException.class);
    }

    @Test
    void alarms_that_are_not_there_are_named() {
        assertThatThrownBy(() -> put("wrong", "ALARM(x) OR ALARM(a) OR OK(y)"))
                .isInstanceOf(CloudWatchException.class)
                .hasMessageContaining(
                        "Could not save the composite alarm as alarms [x, y] in the alarm rule do not exist");
        assertThatThrownBy(() -> put("a", "TRUE"))
                .hasMessageContaining("There is an alarm of another type with the name a");
    }

    @Test
    void composite_alarms_build_on_each_other_and_stand_in_the_history() {
        put("one", "ALARM(a)");
        put("two", "ALARM(one) OR ALARM(b)");

        set("a", StateValue.ALARM);

        assertThat(composite("two").stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(
                        cloudWatch
                                .describeAlarmHistory(which ->
                                        which.alarmName("two")
                                                .alarmTypes(AlarmType.COMPOSITE_ALARM))
                                .alarmHistoryItems())
                .anySatisfy(item -> {
                    assertThat(item.historySummary()).isEqualTo("Alarm updated from OK to ALARM");
                    assertThat(item.alarmType()).isEqualTo(AlarmType.COMPOSITE_ALARM);
                });
        set("a", StateValue.OK);
        assertThat(composite("two").stateValue()).isEqualTo(StateValue.OK);
    }

    @Test
    void circles_come_to_an_end() {
        put("one", "ALARM(a)");
        put("two", "NOT ALARM(one)");
        put("one", "ALARM(a) OR ALARM(two)");

        set("a", StateValue.ALARM);

        assertThat(composite("one").stateValue()).isEqualTo(StateValue.ALARM);
        assertThatThrownBy(() -> cloudWatch.deleteAlarms(which -> which.alarmNames("one")))
                .hasMessageContaining(
                        "Cannot delete one as there are composite alarm(s) depending on it.");
    }

    @Test
    void parents_and_children_are_found_and_what_is_needed_is_kept() {
        put("both", "ALARM(a) AND ALARM(b)");

        assertThat(
                        cloudWatch
                                .describeAlarms(which -> which.childrenOfAlarmName("both"))
                                .metricAlarms())
                .extracting(alarm -> alarm.alarmName())
                .containsExactly("a", "b");
        assertThat(
                        cloudWatch
                                .describeAlarms(which -> which.parentsOfAlarmName("a"))
                                .compositeAlarms())
                .extracting(CompositeAlarm::alarmName)
                .containsExactly("both");
        assertThat(cloudWatch.describeAlarms().compositeAlarms()).isEmpty();
        assertThat(cloudWatch.describeAlarms().metricAlarms()).hasSize(4);
        assertThatThrownBy(() -> cloudWatch.deleteAlarms(which -> which.alarmNames("a")))
                .hasMessageContaining(
                        "Cannot delete a as there are composite alarm(s) depending on it.");
        cloudWatch.deleteAlarms(which -> which.alarmNames("a", "both"));
        assertThat(
                        cloudWatch
                                .describeAlarms(which ->
                                        which.alarmTypes(
                                                AlarmType.COMPOSITE_ALARM, AlarmType.METRIC_ALARM))
                                .metricAlarms())
                .hasSize(3);
    }
}
