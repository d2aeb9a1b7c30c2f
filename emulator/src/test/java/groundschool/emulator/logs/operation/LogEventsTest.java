package groundschool.emulator.logs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.logs.LogAccount;
import groundschool.emulator.logs.LogGroups;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Streams, and how their events are written and read.
class LogEventsTest {

    private final LogAccount account = new LogAccount();

    @BeforeEach
    void open() {
        account.group("orders");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_stream_knows_its_first_and_its_last_event() {
        account.putAt("orders", "web", account.now() - 2000, "one");
        account.putAt("orders", "web", account.now() - 5000, "zero");

        assertThat(
                        account.logs("DescribeLogStreams", "{'logGroupName': 'orders'}")
                                .path("logStreams"))
                .hasToString(
                        "[{\"logStreamName\":\"web\",\"creationTime\":%d,\"firstEventTimestamp\":%d,\"lastEventTimestamp\":%d,\"lastIngestionTime\":%d,\"arn\":\"arn:aws:logs:eu-west-1:111122223333:log-group:orders:log-stream:web\",\"storedBytes\":0}]"
                                .formatted(
                                        account.now(),
                                        account.now() - 5000,
                                        account.now() - 2000,
                                        account.now()));
    }

    @Test
    void streams_are_ordered_by_name_or_by_last_event() {
        account.stream("orders", "api");
        account.putAt("orders", "web", account.now() - 1000, "x");
        account.put("orders", "api", "x");

        assertThat(streams("{'logGroupName': 'orders'}")).isEqualTo("[api, web]");
        assertThat(streams("{'logGroupIdentifier': 'orders', 'orderBy': 'LastEventTime'}"))
                .isEqualTo("[web, api]");
        assertThat(streams("{'logGroupName': 'orders', 'descending': true, 'limit': 1}"))
                .isEqualTo("[web]");
        assertThat(
                        account.refusal(
                                "logs",
                                "DescribeLogStreams",
                                "{'logGroupName': 'orders', 'logGroupIdentifier': 'orders'}"))
                .isEqualTo(
                        "ValidationException: LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }

    @Test
    void a_stream_s_name_is_taken_once() {
        assertThat(
                        account.refusal(
                                "logs",
                                "CreateLogStream",
                                "{'logGroupName': 'orders', 'logStreamName': 'web'}"))
                .isEqualTo(
                        "ResourceAlreadyExistsException: The specified log stream already exists");
    }

    @Test
    void a_deleted_stream_is_gone_with_its_events() {
        account.put("orders", "web", "old");
        account.logs("DeleteLogStream", "{'logGroupName': 'orders', 'logStreamName': 'web'}");
        account.stream("orders", "web");

        assertThat(LogAccount.messages(get(""))).isEmpty();
        assertThat(
                        account.refusal(
                                "logs",
                                "GetLogEvents",
                                "{'logGroupName': 'orders', 'logStreamName': 'api'}"))
                .isEqualTo("ResourceNotFoundException: The specified log stream does not exist.");
    }

    @Test
    void events_of_a_batch_are_in_order() {
        assertThat(account.refusal("logs", "PutLogEvents", batch(account.now(), account.now() - 1)))
                .isEqualTo(
                        "InvalidParameterException: Log events in a single PutLogEvents request must be in chronological order.");
    }

    @Test
    void events_of_a_batch_are_of_one_day() {
        long day = Duration.ofDays(1).toMillis();

        account.logs("PutLogEvents", batch(account.now() - day, account.now()));

        assertThat(
                        account.refusal(
                                "logs",
                                "PutLogEvents",
                                batch(account.now() - day - 1, account.now())))
                .isEqualTo(
                        "InvalidParameterException: The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
    }

    @Test
    void a_batch_has_a_megabyte_at_most_with_26_bytes_for_each_event() {
        account.put("orders", "web", "x".repeat(1_048_576 - 26));

        var half = "x".repeat(524_288 - 26);
        account.put("orders", "web", half, half);
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> account.put("orders", "web", half, half + "x")))
                .hasMessage("Upload too large: 1048577 bytes exceeds limit of 1048576");
    }

    @Test
    void what_is_too_old_or_too_new_is_left_out_and_said() {
        long now = account.now();
        long old = now - Duration.ofDays(14).toMillis() - 1;
        long late = now + Duration.ofHours(2).toMillis() + 1;

        var answer = account.logs("PutLogEvents", batch(old, now, late));

        assertThat(answer.path("rejectedLogEventsInfo"))
                .hasToString("{\"tooNewLogEventStartIndex\":2,\"tooOldLogEventEndIndex\":1}");
        assertThat(answer.path("nextSequenceToken").asString()).hasSize(56);
        assertThat(get("").path("events")).hasSize(1);
    }

    @Test
    void what_the_retention_would_not_keep_has_expired() {
        account.logs("PutRetentionPolicy", "{'logGroupName': 'orders', 'retentionInDays': 1}");
        long old = account.now() - Duration.ofDays(1).toMillis() - 1;

        assertThat(
                        account.logs("PutLogEvents", batch(old, account.now()))
                                .path("rejectedLogEventsInfo"))
                .hasToString("{\"expiredLogEventEndIndex\":1}");
    }

    @Test
    void sequence_tokens_are_passed_over() {
        account.put("orders", "web", "one");
        account.logs(
                "PutLogEvents",
                """
                {'logGroupName': 'orders', 'logStreamName': 'web', 'sequenceToken': 'x',
                 'logEvents': [{'timestamp': %d, 'message': 'two'}]}
                """
                        .formatted(account.now()));

        assertThat(LogAccount.messages(get(""))).containsExactly("one", "two");
    }

    @Test
    void the_latest_page_comes_first_and_tokens_lead_back_until_the_same_token_comes_again() {
        IntStream.range(0, 5)
                .forEach(i -> account.putAt("orders", "web", account.now() + i, "m" + i));

        var last = get("'limit': 2");
        var middle = get("'limit': 2, 'nextToken': '%s'".formatted(backward(last)));
        var first = get("'limit': 2, 'nextToken': '%s'".formatted(backward(middle)));
        var before = get("'limit': 2, 'nextToken': '%s'".formatted(backward(first)));

        assertThat(LogAccount.messages(last)).containsExactly("m3", "m4");
        assertThat(LogAccount.messages(middle)).containsExactly("m1", "m2");
        assertThat(LogAccount.messages(first)).containsExactly("m0");
        assertThat(LogAccount.messages(before)).isEmpty();
        assertThat(backward(before)).isEqualTo(backward(first));
    }

    @Test
    void from_the_head_tokens_lead_on_and_find_what_comes_later() {
        account.put("orders", "web", "m0", "m1", "m2");

        var first = get("'limit': 2, 'startFromHead': true");
        var second = get("'nextToken': '%s'".formatted(forward(first)));
        var end = get("'nextToken': '%s'".formatted(forward(second)));
        account.put("orders", "web", "m3");
        var later = get("'nextToken': '%s'".formatted(forward(end)));
        var back = get("'nextToken': '%s'".formatted(backward(end)));

        assertThat(LogAccount.messages(first)).containsExactly("m0", "m1");
        assertThat(LogAccount.messages(second)).containsExactly("m2");
        assertThat(forward(first)).matches("f/\\d{56}/s");
        assertThat(forward(end)).isEqualTo(forward(second));
        assertThat(LogAccount.messages(later)).containsExactly("m3");
        assertThat(LogAccount.messages(back)).containsExactly("m0", "m1", "m2");
    }

    @Test
    void an_empty_stream_s_tokens_find_what_comes_later() {
        var empty = get("");
        account.put("orders", "web", "first");

        assertThat(LogAccount.messages(get("'nextToken': '%s'".formatted(forward(empty)))))
                .containsExactly("first");
    }

    @Test
    void a_start_is_included_and_an_end_is_not() {
        long now = account.now();
        account.putAt("orders", "web", now - 1, "before");
        account.putAt("orders", "web", now, "at");
        account.putAt("orders", "web", now + 1, "end");

        assertThat(
                        LogAccount.messages(
                                get("'startTime': %d, 'endTime': %d".formatted(now, now + 1))))
                .containsExactly("at");
    }

    @Test
    void a_token_of_another_make_is_refused() {
        assertThat(
                        account.refusal(
                                "logs",
                                "GetLogEvents",
                                "{'logGroupName': 'orders', 'logStreamName': 'web', 'nextToken': 'x'}"))
                .isEqualTo("InvalidParameterException: The specified nextToken is invalid.");
        assertThat(
                        account.refusal(
                                "logs",
                                "GetLogEvents",
                                "{'logGroupName': 'orders', 'logStreamName': 'web', 'limit': 10001}"))
                .isEqualTo(
                        "InvalidParameterException: 1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000");
    }

    @Test
    void events_of_several_streams_are_found_by_time() {
        account.stream("orders", "api");
        account.putAt("orders", "web", account.now() - 3, "w1 error");
        account.putAt("orders", "api", account.now() - 2, "a1 error");
        account.putAt("orders", "web", account.now() - 1, "w2 fine");

        var found =
                account.logs(
                        "FilterLogEvents", "{'logGroupName': 'orders', 'filterPattern': 'error'}");

        assertThat(LogAccount.messages(found)).containsExactly("w1 error", "a1 error");
        assertThat(found.at("/events/0/eventId").asString()).hasSize(56);
        assertThat(found.path("searchedLogStreams").isArray()).isTrue();
        assertThat(
                        LogAccount.messages(
                                account.logs(
                                        "FilterLogEvents",
                                        "{'logGroupIdentifier': 'arn:aws:logs:eu-west-1:111122223333:log-group:orders', 'logStreamNames': ['api']}")))
                .containsExactly("a1 error");
    }

    @Test
    void found_events_come_in_pages_in_either_direction() {
        account.put("orders", "web", "m0", "m1", "m2");

        assertThat(pages("")).isEqualTo("[m0, m1] [m2]");
        assertThat(pages(", 'startFromHead': false")).isEqualTo("[m2, m1] [m0]");
    }

    private String pages(String more) {
        var input = "{'logGroupName': 'orders', 'limit': 2%s".formatted(more);
        var first = account.logs("FilterLogEvents", input + "}");
        var second =
                account.logs(
                        "FilterLogEvents",
                        input
                                + ", 'nextToken': '%s'}"
                                        .formatted(first.path("nextToken").asString()));
        assertThat(second.has("nextToken")).isFalse();
        return LogAccount.messages(first) + " " + LogAccount.messages(second);
    }

    @Test
    void a_pattern_that_is_none_is_refused() {
        assertThat(
                        account.refusal(
                                "logs",
                                "FilterLogEvents",
                                "{'logGroupName': 'orders', 'filterPattern': '{ $.a = '}"))
                .isEqualTo("InvalidParameterException: Invalid filter pattern");
    }

    @Test
    void a_sandbox_keeps_the_newest_events_up_to_its_limit() {
        account.stream("orders", "api");
        account.putAt("orders", "api", account.now() - 1000, "the oldest");
        var large = "x".repeat(1_000_000);
        for (int i = 0; i < LogGroups.KEPT_BYTES / 1_000_000 + 2; i++) {
            account.putAt("orders", "web", account.now() + i, large);
        }

        assertThat(account.logs("DescribeLogGroups", "{}").at("/logGroups/0/storedBytes").asLong())
                .isBetween(LogGroups.KEPT_BYTES / 2, LogGroups.KEPT_BYTES);
        assertThat(
                        account.logs(
                                        "GetLogEvents",
                                        "{'logGroupName': 'orders', 'logStreamName': 'api'}")
                                .path("events"))
                .isEmpty();
        assertThat(get("'limit': 1").path("events")).hasSize(1);
    }

    @Test
    void a_policy_on_a_group_needs_the_part_for_streams() {
        var entries = account.sandbox().ledger().entries();

        account.put("orders", "web", "x");

        assertThat(entries.getFirst().resources())
                .containsExactly(
                        "arn:aws:logs:eu-west-1:111122223333:log-group:orders:log-stream:");
        assertThat(account.sandbox().ledger().entries().getLast().resources())
                .containsExactly(
                        "arn:aws:logs:eu-west-1:111122223333:log-group:orders:log-stream:web");
    }

    private String streams(String input) {
        return account.logs("DescribeLogStreams", input)
                .path("logStreams")
                .valueStream()
                .map(stream -> stream.path("logStreamName").asString())
                .toList()
                .toString();
    }

    private JsonNode get(String more) {
        return account.logs(
                "GetLogEvents",
                "{'logGroupName': 'orders', 'logStreamName': 'web'%s}"
                        .formatted(more.isEmpty() ? "" : ", " + more));
    }

    private static String forward(JsonNode page) {
        return page.path("nextForwardToken").asString();
    }

    private static String backward(JsonNode page) {
        return page.path("nextBackwardToken").asString();
    }

    private static String batch(long... times) {
        var events =
                java.util.Arrays.stream(times)
                        .mapToObj("{'timestamp': %d, 'message': 'x'}"::formatted)
                        .toList();
        return "{'logGroupName': 'orders', 'logStreamName': 'web', 'logEvents': " + events + "}";
    }
}
