package groundschool.emulator.logs.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.AwsException;
import groundschool.emulator.logs.LogAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Queries of Logs Insights.
class InsightsTest {

    private final LogAccount account = new LogAccount();

    @BeforeEach
    void write() {
        account.advance(Duration.ofMillis(3_600_000 - Math.floorMod(account.now(), 3_600_000L)));
        account.group("orders");
        long now = account.now();
        account.putAt(
                "orders",
                "web",
                now - 240_000,
                "{\"level\": \"INFO\", \"user\": {\"id\": 1}, \"ms\": 10, \"tags\": [\"a\", \"b\"]}");
        account.putAt(
                "orders",
                "web",
                now - 180_000,
                "{\"level\": \"ERROR\", \"user\": {\"id\": 2}, \"ms\": 30, \"ok\": false}");
        account.putAt(
                "orders",
                "web",
                now - 120_000,
                "{\"level\": \"INFO\", \"user\": {\"id\": 1}, \"ms\": 20}");
        account.putAt("orders", "web", now - 60_000, "user=3 took 40 ms");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void without_a_field_the_message_is_shown_the_latest_first() {
        var first = results("limit 1").path(0);

        assertThat(first)
                .extracting(cell -> cell.path("field").asString())
                .containsExactly("@timestamp", "@message", "@ptr");
        assertThat(first.path(1).path("value").asString()).isEqualTo("user=3 took 40 ms");
        assertThat(first.path(0).path("value").asString())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }

    @Test
    void members_of_json_are_fields() {
        assertThat(
                        table(
                                "fields level, user.id, tags.1, ok | filter ispresent(level) | sort @timestamp asc"))
                .isEqualTo("INFO 1 b; ERROR 2 0; INFO 1");
    }

    @Test
    void filters_compare_and_search() {
        assertThat(table("fields ms | filter level = 'INFO' and ms > 15")).isEqualTo("20");
        assertThat(table("fields ms | filter level != \"INFO\" and ispresent(ms)")).isEqualTo("30");
        assertThat(table("fields ms | filter @message like /ER+OR/")).isEqualTo("30");
        assertThat(table("fields ms | filter @message like 'ERROR'")).isEqualTo("30");
        assertThat(table("fields ms | filter level in ['ERROR', 'WARN']")).isEqualTo("30");
        assertThat(table("fields ms | filter ispresent(ms) and level not in ['ERROR']"))
                .isEqualTo("20; 10");
        assertThat(table("fields ms | filter not (ms < 30 or ms = 40) and ispresent(ms)"))
                .isEqualTo("30");
        assertThat(table("fields ms | filter ispresent(ms) and @message not like /ERROR/"))
                .isEqualTo("20; 10");
    }

    @Test
    void stats_count_by_fields_and_by_time() {
        assertThat(
                        table(
                                "stats count(*) as n, avg(ms), max(ms), pct(ms, 50) by level | sort n desc, level asc"))
                .isEqualTo("INFO 2 15 20 15; 1; ERROR 1 30 30 30");
        assertThat(table("filter ispresent(ms) | stats sum(ms) as s by bin(2m) | sort s asc"))
                .matches("\\S+ \\S+ 20; \\S+ \\S+ 40");
        assertThat(table("stats count_distinct(user.id), earliest(ms), latest(ms), min(ms)"))
                .isEqualTo("2 10 20 10");
        assertThat(table("filter level = 'NONE' | stats count(*)")).isEqualTo("0");
    }

    @Test
    void what_has_no_name_is_called_by_its_text() {
        assertThat(
                        results("stats avg(ms) by bin(1h)")
                                .path(0)
                                .valueStream()
                                .map(cell -> cell.path("field").asString()))
                .containsExactly("bin(1h)", "avg(ms)");
    }

    @Test
    void texts_are_parsed_by_globs_and_expressions() {
        assertThat(
                        table(
                                "parse @message 'user=* took * ms' as who, time | filter ispresent(who) | display who, time * 2"))
                .isEqualTo("3 80");
        assertThat(
                        table(
                                "parse @message /took (?<time>\\d+) ms/ | filter time = 40 | display time"))
                .isEqualTo("40");
    }

    @Test
    void functions_compute() {
        assertThat(
                        table(
                                "filter ms = 30 | display toupper(concat(level, '-', ms)), strlen(level), substr(level, 1, 3), abs(ms - 40), coalesce(none, 'x'), replace(level, 'R', 'r'), greatest(ms, 5), ms ^ 2, ms % 7"))
                .isEqualTo("ERROR-30 5 RRO 10 x ErrOr 30 900 2");
        assertThat(table("filter ms = 30 | display toMillis(datefloor(@timestamp, 1h)) % 3600000"))
                .isEqualTo("0");
    }

    @Test
    void duplicates_are_left_out() {
        assertThat(
                        table(
                                "filter ispresent(level) | sort @timestamp asc | dedup level | display level, ms"))
                .isEqualTo("INFO 10; ERROR 30");
    }

    @Test
    void what_lambda_writes_has_fields() {
        account.group("/aws/lambda/greet");
        var id = "8f5a4c5c-1f2a-4a3b-9c3d-1a2b3c4d5e6f";
        account.put(
                "/aws/lambda/greet",
                "web",
                "START RequestId: %s Version: $LATEST".formatted(id),
                "2026-11-25T20:00:00.000Z\t%s\tINFO\thello".formatted(id),
                "REPORT RequestId: %s\tDuration: 12.50 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\tInit Duration: 90.10 ms\t"
                        .formatted(id));

        assertThat(
                        table(
                                "/aws/lambda/greet",
                                "filter @type = 'REPORT' | display @duration, @billedDuration, @memorySize / 1000 / 1000, @maxMemoryUsed, @initDuration"))
                .isEqualTo("12.5 13 128 64000000 90.1");
        assertThat(table("/aws/lambda/greet", "stats count(*) by @requestId")).isEqualTo(id + " 3");
    }

    @Test
    void a_record_is_found_again() {
        var pointer =
                results("fields level | filter ms = 30").path(0).path(1).path("value").asString();

        var record =
                account.logs("GetLogRecord", "{'logRecordPointer': '%s'}".formatted(pointer))
                        .path("logRecord");

        assertThat(record.path("user.id").asString()).isEqualTo("2");
        assertThat(record.path("@log").asString()).isEqualTo("111122223333:orders");
        assertThat(account.refusal("logs", "GetLogRecord", "{'logRecordPointer': 'x'}"))
                .startsWith("InvalidParameterException");
    }

    @Test
    void the_fields_of_a_group_are_told() {
        assertThat(
                        account.logs("GetLogGroupFields", "{'logGroupName': 'orders'}")
                                .path("logGroupFields"))
                .extracting(field -> field.path("name").asString() + field.path("percent").asInt())
                .contains("@message100", "level75", "ok25");
    }

    @Test
    void queries_are_listed_as_aws_shows_them() {
        var id = start("orders", "fields @message");

        var query = account.logs("DescribeQueries", "{'status': 'Complete'}").at("/queries/0");

        assertThat(query.path("queryId").asString()).isEqualTo(id);
        assertThat(query.path("queryString").asString())
                .isEqualTo(
                        "SOURCE \"orders\" START=%d000 END=%d999 | fields @message"
                                .formatted(account.now() / 1000 - 3600, account.now() / 1000));
        assertThat(account.logs("DescribeQueries", "{'status': 'Scheduled'}").path("queries"))
                .isEmpty();
    }

    @Test
    void a_query_is_stopped_while_it_runs() {
        var id = start("orders", "fields @message");

        assertThat(account.logs("StopQuery", "{'queryId': '%s'}".formatted(id)))
                .hasToString("{\"success\":true}");
        var answer = account.logs("GetQueryResults", "{'queryId': '%s'}".formatted(id));
        assertThat(answer.path("status").asString()).isEqualTo("Cancelled");
        assertThat(answer.path("results")).isEmpty();
    }

    @Test
    void a_group_that_is_not_there_is_named() {
        assertThatThrownBy(() -> start("stock", "fields @message"))
                .hasMessageStartingWith(
                        "Log group 'stock' does not exist for account ID '111122223333' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fields",
                "fields @message |",
                "| |",
                "filter",
                "filter a =",
                "filter (a = 1",
                "stats",
                "stats nothing(a)",
                "stats count(*) by",
                "limit x",
                "limit 0",
                "limit 10001",
                "parse @message 'a*' as b, c",
                "parse @message 'a*'",
                "parse @message /x/",
                "nothing a",
                "fields @message like /(/",
                "sort",
                "fields 'x",
                "stats avg(ms",
                "pattern @message",
                "fields unknown(a)",
                "filter a in [1",
                "fields ;",
                "dedup"
            })
    void what_is_no_query_is_refused(String query) {
        if (query.equals("fields @message |")) {
            start("orders", query);
            return;
        }
        assertThatThrownBy(() -> start("orders", query))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("MalformedQueryException"));
    }

    @Test
    void any_text_is_a_query_or_is_refused() {
        var parts =
                List.of(
                        "fields",
                        "filter",
                        "stats",
                        "sort",
                        "limit",
                        "parse",
                        "count(*)",
                        "by",
                        "|",
                        "a",
                        "@message",
                        "1",
                        "5m",
                        "'x*'",
                        "/(?<y>z)/",
                        "as",
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        "=",
                        "like",
                        "not",
                        "in",
                        "and",
                        "-",
                        "*",
                        "^",
                        "bin(",
                        "\\",
                        "`");
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var text = new ArrayList<String>();
            for (int i = random.nextInt(10); i >= 0; i--) {
                text.add(parts.get(random.nextInt(parts.size())));
            }
            try {
                InsightsQuery.of(String.join(" ", text)).run(List.of(), 10);
            } catch (QueryException refused) {
                assertThat(refused.message()).isNotEmpty();
            }
        }
        assertThatThrownBy(() -> InsightsQuery.of("filter " + "(".repeat(100_000)))
                .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> InsightsQuery.of("filter " + "-".repeat(100_000)))
                .isInstanceOf(QueryException.class);
    }

    private String start(String group, String query) {
        var input = JsonMapper.shared().createObjectNode();
        input.put("logGroupName", group)
                .put("queryString", query)
                .put("startTime", account.now() / 1000 - 3600)
                .put("endTime", account.now() / 1000);
        return account.emulator()
                .perform(account.caller(), "logs", "StartQuery", input)
                .path("queryId")
                .asString();
    }

    private JsonNode results(String query) {
        return results("orders", query);
    }

    private JsonNode results(String group, String query) {
        return account.logs("GetQueryResults", "{'queryId': '%s'}".formatted(start(group, query)))
                .path("results");
    }

    private String table(String query) {
        return table("orders", query);
    }

    /// The values, without pointers.
    private String table(String group, String query) {
        return results(group, query)
                .valueStream()
                .map(record ->
                        record.valueStream()
                                .filter(cell -> !cell.path("field").asString().equals("@ptr"))
                                .map(cell -> cell.path("value").asString())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
