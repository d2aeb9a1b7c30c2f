package groundschool.emulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.logs.LogAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Metrics, and how they are asked for.
class MetricsTest {

    private final LogAccount account = new LogAccount();
    private final Instant minute =
            account.sandbox().clock().now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void statistics_are_told_of_each_period() {
        put("{'MetricName': 'latency', 'Value': 1, 'Timestamp': %s}", 0);
        put("{'MetricName': 'latency', 'Value': 5, 'Timestamp': %s}", 30);
        put("{'MetricName': 'latency', 'Value': 10, 'Timestamp': %s}", 60);

        assertThat(
                        statistics(
                                "latency",
                                60,
                                "'SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'"))
                .isEqualTo(
                        "[{SampleCount=2.0, Average=3.0, Sum=6.0, Minimum=1.0, Maximum=5.0}, {SampleCount=1.0, Average=10.0, Sum=10.0, Minimum=10.0, Maximum=10.0}]");
        assertThat(statistics("latency", 120, "'Sum'")).isEqualTo("[{Sum=16.0}]");
    }

    @Test
    void values_may_be_counted_or_summed_up_by_the_client() {
        put("{'MetricName': 'a', 'Values': [1, 10], 'Counts': [2, 4], 'Timestamp': %s}", 0);
        put(
                "{'MetricName': 'a', 'StatisticValues': {'SampleCount': 1, 'Sum': 3, 'Minimum': 3, 'Maximum': 3}, 'Timestamp': %s}",
                1);

        assertThat(statistics("a", 60, "'SampleCount', 'Sum', 'Maximum'"))
                .isEqualTo("[{SampleCount=7.0, Sum=45.0, Maximum=10.0}]");
    }

    @Test
    void percentiles_are_told_where_values_are_known() {
        put("{'MetricName': 'a', 'Values': [1, 2, 3, 100], 'Timestamp': %s}", 0);

        var answer =
                account.call(
                        "cloudwatch",
                        "GetMetricStatistics",
                        "{'Namespace': 'shop', 'MetricName': 'a', 'Period': 60, 'StartTime': %d, 'EndTime': %d, 'ExtendedStatistics': ['p50', 'p99', 'tm75']}"
                                .formatted(second(0), second(60)));

        assertThat(answer.at("/Datapoints/0/ExtendedStatistics"))
                .hasToString("{\"p50\":2.0,\"p99\":100.0,\"tm75\":2.0}");
    }

    @Test
    void what_is_wrong_with_values_is_said_in_aws_s_words() {
        assertThat(refusal("{'MetricName': 'a', 'Value': 1, 'Values': [1]}"))
                .isEqualTo(
                        "InvalidParameterCombination: The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.");
        assertThat(refusal("{'MetricName': 'a', 'Values': [1, 2], 'Counts': [1]}"))
                .isEqualTo(
                        "InvalidParameterValue: The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.");
        assertThat(
                        refusal(
                                "{'MetricName': 'a', 'Value': 1, 'StatisticValues': {'SampleCount': 1, 'Sum': 1, 'Minimum': 1, 'Maximum': 1}}"))
                .isEqualTo(
                        "InvalidParameterCombination: The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.");
        assertThat(refusal("{'MetricName': 'a', 'Value': 1, 'Timestamp': 1}"))
                .startsWith("InvalidParameterValue: The parameter MetricData.member.1.Timestamp");
    }

    @Test
    void what_is_wrong_with_a_question_is_said_in_aws_s_words() {
        var question =
                "{'Namespace': 'shop', 'MetricName': 'a', 'Period': %d, 'StartTime': %d, 'EndTime': %d, 'Statistics': ['Sum']}";

        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "GetMetricStatistics",
                                question.formatted(1, second(-86400), second(0))))
                .isEqualTo(
                        "InvalidParameterCombination: You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "GetMetricStatistics",
                                question.formatted(60, second(0), second(0))))
                .isEqualTo(
                        "InvalidParameterValue: The parameter StartTime must be less than the parameter EndTime.");
    }

    @Test
    void several_metrics_come_at_once_the_latest_first() {
        put("{'MetricName': 'a', 'Value': 1, 'Timestamp': %s}", 0);
        put("{'MetricName': 'a', 'Value': 3, 'Timestamp': %s}", 60);
        put("{'MetricName': 'b', 'Value': 7, 'Timestamp': %s}", 60);

        var results = data(stat("a1", "a", "Sum") + "," + stat("b1", "b", "Maximum"));

        assertThat(results.path(0).path("Label").asString()).isEqualTo("a Sum");
        assertThat(results.path(0).path("Values")).hasToString("[3.0,1.0]");
        assertThat(results.path(1).path("Values")).hasToString("[7.0]");
        assertThat(results.path(1).path("StatusCode").asString()).isEqualTo("Complete");
    }

    @Test
    void expressions_compute_with_metrics() {
        put("{'MetricName': 'errors', 'Value': 1, 'Timestamp': %s}", 0);
        put("{'MetricName': 'calls', 'Value': 4, 'Timestamp': %s}", 0);
        put("{'MetricName': 'calls', 'Value': 6, 'Timestamp': %s}", 60);
        var metrics = stat("e", "errors", "Sum") + "," + stat("c", "calls", "Sum");

        assertThat(computed(metrics, "100 * e / c")).isEqualTo("[25.0]");
        assertThat(computed(metrics, "FILL(e, 0) + c")).startsWith("[6.0,5.0");
        assertThat(computed(metrics, "SUM([e, c])")).isEqualTo("[6.0,5.0]");
        assertThat(computed(metrics, "SUM(METRICS())")).isEqualTo("[6.0,5.0]");
        assertThat(computed(metrics, "c - AVG(c)")).isEqualTo("[1.0,-1.0]");
        assertThat(computed(metrics, "IF(c > 5, c, 0)")).isEqualTo("[6.0,0.0]");
        assertThat(computed(metrics, "RATE(c)")).isEqualTo("[%s]".formatted(2.0 / 60));
        assertThat(computed(metrics, "RUNNING_SUM(c)")).isEqualTo("[10.0,4.0]");
        assertThat(computed(metrics, "MAX(c) * -2 ^ 2 + c * 0")).isEqualTo("[24.0,24.0]");
    }

    @Test
    void an_expression_that_is_none_is_refused() {
        var metrics = stat("c", "calls", "Sum");

        assertThat(refusedExpression(metrics, "c +")).contains("ends too early");
        assertThat(refusedExpression(metrics, "x")).contains("no query with the id 'x'");
        assertThat(refusedExpression(metrics, "x1 + c")).contains("takes itself");
        assertThat(refusedExpression(metrics, "SEARCH('x', 'Sum')"))
                .contains("does not have the function SEARCH yet");
        assertThat(refusedExpression(metrics, "(".repeat(5000))).startsWith("ValidationError");
    }

    @Test
    void without_a_unit_the_first_counts_and_a_message_says_so() {
        put("{'MetricName': 'a', 'Value': 1, 'Unit': 'Seconds', 'Timestamp': %s}", 0);
        put("{'MetricName': 'a', 'Value': 60000, 'Unit': 'Milliseconds', 'Timestamp': %s}", 0);

        var result = data(stat("a", "a", "Sum")).path(0);

        assertThat(result.path("Values")).hasToString("[60000.0]");
        assertThat(result.at("/Messages/0"))
                .hasToString(
                        "{\"Code\":\"MultipleUnits\",\"Value\":\"Multiple units returned: '[Milliseconds, Seconds]'\"}");
    }

    @Test
    void points_come_in_pages() {
        for (int i = 0; i < 5; i++) {
            put("{'MetricName': 'a', 'Value': %d, 'Timestamp': %%s}".formatted(i), i * 60);
        }
        var first = query(stat("a", "a", "Sum"), ", 'MaxDatapoints': 3");
        var second =
                query(
                        stat("a", "a", "Sum"),
                        ", 'MaxDatapoints': 3, 'NextToken': '%s'"
                                .formatted(first.path("NextToken").asString()));

        assertThat(first.at("/MetricDataResults/0/Values")).hasToString("[4.0,3.0,2.0]");
        assertThat(second.at("/MetricDataResults/0/Values")).hasToString("[1.0,0.0]");
        assertThat(second.has("NextToken")).isFalse();
    }

    @Test
    void metrics_are_listed_by_their_dimensions() {
        put(
                "{'MetricName': 'a', 'Value': 1, 'Dimensions': [{'Name': 'z', 'Value': '1'}, {'Name': 'b', 'Value': '2'}], 'Timestamp': %s}",
                0);
        put("{'MetricName': 'a', 'Value': 1, 'Timestamp': %s}", 0);

        assertThat(account.call("cloudwatch", "ListMetrics", "{'Dimensions': [{'Name': 'z'}]}"))
                .hasToString(
                        "{\"Metrics\":[{\"Namespace\":\"shop\",\"MetricName\":\"a\",\"Dimensions\":[{\"Name\":\"b\",\"Value\":\"2\"},{\"Name\":\"z\",\"Value\":\"1\"}]}]}");
        account.advance(Duration.ofDays(15));
        assertThat(account.call("cloudwatch", "ListMetrics", "{}").path("Metrics")).isEmpty();
    }

    @Test
    void dashboards_are_kept_and_checked() {
        var body = "{\\'widgets\\': []}";
        account.call(
                "cloudwatch",
                "PutDashboard",
                "{'DashboardName': 'shop', 'DashboardBody': '%s'}".formatted(body));

        assertThat(
                        account.call("cloudwatch", "GetDashboard", "{'DashboardName': 'shop'}")
                                .path("DashboardBody")
                                .asString())
                .isEqualTo("{\"widgets\": []}");
        assertThat(
                        account.call("cloudwatch", "ListDashboards", "{}")
                                .at("/DashboardEntries/0/Size")
                                .asInt())
                .isEqualTo(15);
        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "PutDashboard",
                                "{'DashboardName': 'a b', 'DashboardBody': '%s'}".formatted(body)))
                .startsWith(
                        "InvalidParameterValue: The value for field DashboardName contains invalid characters.");
        assertThat(
                        account.refusal(
                                "cloudwatch",
                                "PutDashboard",
                                "{'DashboardName': 'a', 'DashboardBody': '['}"))
                .startsWith("InvalidParameterInput");
        account.call("cloudwatch", "DeleteDashboards", "{'DashboardNames': ['shop']}");
        assertThat(account.refusal("cloudwatch", "GetDashboard", "{'DashboardName': 'shop'}"))
                .isEqualTo("ResourceNotFound: Dashboard shop does not exist");
    }

    private long second(int offset) {
        return minute.getEpochSecond() + offset;
    }

    private void put(String datum, int offset) {
        account.call(
                "cloudwatch",
                "PutMetricData",
                "{'Namespace': 'shop', 'MetricData': [%s]}"
                        .formatted(datum.formatted(second(offset))));
    }

    private String refusal(String datum) {
        return account.refusal(
                "cloudwatch",
                "PutMetricData",
                "{'Namespace': 'shop', 'MetricData': [%s]}".formatted(datum));
    }

    private String statistics(String metric, int period, String statistics) {
        return account.call(
                        "cloudwatch",
                        "GetMetricStatistics",
                        "{'Namespace': 'shop', 'MetricName': '%s', 'Period': %d, 'StartTime': %d, 'EndTime': %d, 'Statistics': [%s]}"
                                .formatted(metric, period, second(0), second(300), statistics))
                .path("Datapoints")
                .valueStream()
                .map(point ->
                        point.propertyStream()
                                .filter(each -> each.getValue().isNumber())
                                .filter(each -> !each.getKey().equals("Timestamp"))
                                .toList())
                .toList()
                .toString()
                .replace("[[", "[{")
                .replace("], [", "}, {")
                .replace("]]", "}]");
    }

    private static String stat(String id, String metric, String stat) {
        return "{'Id': '%s', 'MetricStat': {'Metric': {'Namespace': 'shop', 'MetricName': '%s'}, 'Period': 60, 'Stat': '%s'}}"
                .formatted(id, metric, stat);
    }

    private JsonNode data(String queries) {
        return query(queries, "").path("MetricDataResults");
    }

    private JsonNode query(String queries, String more) {
        return account.call("cloudwatch", "GetMetricData", input(queries, more));
    }

    private String input(String queries, String more) {
        return "{'MetricDataQueries': [%s], 'StartTime': %d, 'EndTime': %d%s}"
                .formatted(queries, second(0), second(600), more);
    }

    private String computed(String metrics, String expression) {
        return data(metrics + ", {'Id': 'x1', 'Expression': '%s'}".formatted(expression))
                .path(2)
                .path("Values")
                .toString();
    }

    private String refusedExpression(String metrics, String expression) {
        return account.refusal(
                "cloudwatch",
                "GetMetricData",
                input(
                        metrics
                                + ", {'Id': 'x1', 'Expression': '%s'}"
                                        .formatted(expression.replace("'", "\\'")),
                        ""));
    }
}
