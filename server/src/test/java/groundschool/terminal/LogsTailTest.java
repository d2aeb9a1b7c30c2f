package groundschool.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// `aws logs tail`, as the AWS CLI has it.
class LogsTailTest {

    private final Desk desk = new Desk();

    @BeforeEach
    void write() {
        var result =
                desk.type(
                        """
                        aws logs create-log-group --log-group-name orders
                        aws logs create-log-stream --log-group-name orders --log-stream-name web
                        aws logs create-log-stream --log-group-name orders --log-stream-name shop
                        aws logs put-log-events --log-group-name orders --log-stream-name web --log-events timestamp=%1$d,message=early
                        aws logs put-log-events --log-group-name orders --log-stream-name shop --log-events '[{"timestamp":%2$d,"message":"{\\"n\\":1}"}]'
                        """
                                .formatted(
                                        now().minus(Duration.ofMinutes(30)).toEpochMilli(),
                                        now().minusSeconds(5).toEpochMilli()));
        assertThat(result.error()).isEmpty();
    }

    private static Instant now() {
        return Instant.now();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void shows_the_last_ten_minutes_with_time_and_stream() {
        assertThat(desk.type("aws logs tail orders").out())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00 shop \\{\"n\":1}\\n");
    }

    @Test
    void goes_back_as_far_as_it_is_told_to() {
        assertThat(desk.type("aws logs tail orders --since 1h --format short").out())
                .matches("\\S{19} early\\n\\S{19} \\{\"n\":1}\\n");
        assertThat(desk.type("aws logs tail orders --since 2020-01-01T00:00:00Z").out())
                .contains("web early");
        assertThat(desk.type("aws logs tail orders --since yesterday").error())
                .contains("argument --since: \"yesterday\" is neither a time such as");
    }

    @Test
    void shows_what_is_asked_for_only() {
        assertThat(
                        desk.type(
                                        "aws logs tail orders --since 1h --log-stream-names web --format short")
                                .out())
                .endsWith(" early\n")
                .doesNotContain("{");
        assertThat(
                        desk.type(
                                        "aws logs tail orders --filter-pattern '{ $.n = 1 }' --format json")
                                .out())
                .endsWith(" {\n  \"n\" : 1\n}\n");
        assertThat(desk.type("aws logs tail orders --filter-pattern nobody").out()).isEmpty();
    }

    @Test
    void follows_what_comes_until_it_is_stopped() {
        var result =
                desk.terminal()
                        .run(
                                "aws logs tail orders --follow --format short",
                                Options.TYPED,
                                this::writeAndThenStop);

        assertThat(result.out()).contains("{\"n\":1}\n").endsWith(" late\n");
        assertThat(result.exitCode()).isEqualTo(130);
    }

    private void writeAndThenStop(Event event) {
        if (event instanceof Event.Wrote(_, var text) && text.contains("{")) {
            desk.emulator()
                    .perform(
                            desk.caller(),
                            "logs",
                            "PutLogEvents",
                            JsonMapper.shared()
                                    .readTree(
                                            "{\"logGroupName\":\"orders\",\"logStreamName\":\"web\",\"logEvents\":[{\"timestamp\":%d,\"message\":\"late\"}]}"
                                                    .formatted(now().toEpochMilli())));
        } else if (event instanceof Event.Wrote(_, var text) && text.contains("late")) {
            desk.terminal().cancel();
        }
    }

    @Test
    void says_what_is_missing_or_not_there() {
        assertThat(desk.type("aws logs tail").error())
                .contains("the following arguments are required: group_name");
        var refused = desk.type("aws logs tail nobody");
        assertThat(refused.exitCode()).isEqualTo(254);
        assertThat(refused.error())
                .contains(
                        "An error occurred (ResourceNotFoundException) when calling the FilterLogEvents operation: The specified log group does not exist.");
        assertThat(desk.type("aws logs start-live-tail --log-group-identifiers x").error())
                .contains("`aws logs tail GROUP --follow`");
    }
}
