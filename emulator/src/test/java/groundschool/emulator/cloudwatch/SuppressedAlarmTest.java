package groundschool.emulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.logs.LogAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Composite alarms that do not act while another alarm is in `ALARM`, such as during maintenance.
class SuppressedAlarmTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:ops";

    private final LogAccount account = new LogAccount();

    @BeforeEach
    void make() {
        for (var name : List.of("errors", "maintenance")) {
            account.call(
                    "cloudwatch",
                    "PutMetricAlarm",
                    "{'AlarmName': '%s', 'Namespace': 'shop', 'MetricName': '%s', 'Statistic': 'Sum', 'Period': 60, 'EvaluationPeriods': 1, 'Threshold': 1, 'ComparisonOperator': 'GreaterThanThreshold', 'TreatMissingData': 'ignore'}"
                            .formatted(name, name));
            set(name, "OK");
        }
        put("'maintenance'", 120, 180);
        account.advance(Duration.ofMinutes(10));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void put(String suppressor, int wait, int extension) {
        account.call(
                "cloudwatch",
                "PutCompositeAlarm",
                "{'AlarmName': 'page', 'AlarmRule': 'ALARM(errors)', 'AlarmActions': ['%s'], 'OKActions': ['%s'], 'ActionsSuppressor': %s, 'ActionsSuppressorWaitPeriod': %d, 'ActionsSuppressorExtensionPeriod': %d}"
                        .formatted(TOPIC, TOPIC, suppressor, wait, extension));
    }

    private void set(String name, String value) {
        account.call(
                "cloudwatch",
                "SetAlarmState",
                "{'AlarmName': '%s', 'StateValue': '%s', 'StateReason': 'testing'}"
                        .formatted(name, value));
        account.advance(Duration.ofMillis(1));
    }

    private JsonNode page() {
        return account.call(
                        "cloudwatch",
                        "DescribeAlarms",
                        "{'AlarmNames': ['page'], 'AlarmTypes': ['CompositeAlarm']}")
                .at("/CompositeAlarms/0");
    }

    private String suppressedBy() {
        return page().path("ActionsSuppressedBy").asString("");
    }

    /// How often it acted: what it tried to say to a topic stands in its history.
    private long acted() {
        return account.call(
                        "cloudwatch",
                        "DescribeAlarmHistory",
                        "{'AlarmName': 'page', 'AlarmTypes': ['CompositeAlarm'], 'HistoryItemType': 'Action'}")
                .path("AlarmHistoryItems")
                .valueStream()
                .filter(item -> item.path("HistorySummary").asString().contains(TOPIC))
                .count();
    }

    @Test
    void a_change_waits_for_the_suppressor_and_is_acted_on_when_that_does_not_come() {
        long before = acted();

        set("errors", "ALARM");

        assertThat(page().path("StateValue").asString()).isEqualTo("ALARM");
        assertThat(suppressedBy()).isEqualTo("WaitPeriod");
        assertThat(page().path("ActionsSuppressedReason").asString())
                .isEqualTo("Actions suppressed by WaitPeriod");
        assertThat(acted()).isEqualTo(before);

        account.advance(Duration.ofSeconds(120));

        assertThat(suppressedBy()).isEmpty();
        assertThat(acted()).isEqualTo(before + 1);
    }

    @Test
    void while_the_suppressor_is_in_alarm_and_for_the_extension_after_it_does_not_act() {
        long before = acted();
        set("errors", "ALARM");

        set("maintenance", "ALARM");
        account.advance(Duration.ofHours(1));
        assertThat(suppressedBy()).isEqualTo("Alarm");
        assertThat(acted()).isEqualTo(before);

        set("maintenance", "OK");
        account.advance(Duration.ofSeconds(170));
        assertThat(suppressedBy()).isEqualTo("ExtensionPeriod");
        assertThat(acted()).isEqualTo(before);

        account.advance(Duration.ofSeconds(10));
        assertThat(suppressedBy()).isEmpty();
        assertThat(acted()).isEqualTo(before + 1);
    }

    @Test
    void what_is_over_when_the_suppression_ends_is_not_acted_on() {
        long before = acted();
        set("maintenance", "ALARM");

        set("errors", "ALARM");
        set("errors", "OK");
        set("maintenance", "OK");
        account.advance(Duration.ofHours(1));

        assertThat(page().path("StateValue").asString()).isEqualTo("OK");
        assertThat(suppressedBy()).isEmpty();
        assertThat(acted()).isEqualTo(before);
    }

    @Test
    void without_a_wait_it_acts_at_once() {
        put("'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:maintenance'", 0, 0);
        long before = acted();

        set("errors", "ALARM");

        assertThat(acted()).isEqualTo(before + 1);
        assertThat(page().path("ActionsSuppressorWaitPeriod").asInt(-1)).isZero();
        assertThat(page().path("ActionsSuppressor").asString()).endsWith(":alarm:maintenance");
    }

    @Test
    void a_wait_that_is_under_way_outlives_a_rewind() {
        long before = acted();
        set("errors", "ALARM");
        var checkpoint = account.sandbox().checkpoint();
        account.advance(Duration.ofSeconds(120));
        assertThat(acted()).isEqualTo(before + 1);

        account.sandbox().rewind(checkpoint);
        assertThat(acted()).isEqualTo(before);
        account.advance(Duration.ofSeconds(120));

        assertThat(acted()).isEqualTo(before + 1);
    }

    @Test
    void a_suppressor_must_be_there_and_comes_with_both_periods() {
        assertThat(
                        refusal(
                                "'ActionsSuppressor': 'nobody', 'ActionsSuppressorWaitPeriod': 1, 'ActionsSuppressorExtensionPeriod': 1"))
                .contains("[nobody] does not exist");
        assertThat(refusal("'ActionsSuppressor': 'maintenance', 'ActionsSuppressorWaitPeriod': 1"))
                .contains("ActionsSuppressorExtensionPeriod is required");
        assertThat(refusal("'ActionsSuppressorWaitPeriod': 1"))
                .contains("can only be specified with ActionsSuppressor");
    }

    private String refusal(String more) {
        return account.refusal(
                "cloudwatch",
                "PutCompositeAlarm",
                "{'AlarmName': 'wrong', 'AlarmRule': 'ALARM(errors)', %s}".formatted(more));
    }

    @Test
    void a_suppressor_that_is_needed_is_not_deleted() {
        assertThat(account.refusal("cloudwatch", "DeleteAlarms", "{'AlarmNames': ['maintenance']}"))
                .contains(
                        "Cannot delete maintenance as there are composite alarm(s) depending on it.");
    }
}
