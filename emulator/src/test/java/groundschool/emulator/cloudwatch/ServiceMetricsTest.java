package groundschool.emulator.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.logs.LogAccount;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What services tell of themselves, and that it is kept.
class ServiceMetricsTest {

    private final LogAccount account = new LogAccount();

    @BeforeEach
    void makeTable() {
        account.call(
                "dynamodb",
                "CreateTable",
                "{'TableName': 'orders', 'BillingMode': 'PAY_PER_REQUEST', 'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}], 'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}]}");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_table_tells_what_it_consumed_and_how_long_calls_took() {
        put();
        put();
        account.call("dynamodb", "GetItem", "{'TableName': 'orders', 'Key': {'id': {'S': '1'}}}");

        assertThat(sum("ConsumedWriteCapacityUnits", "")).isEqualTo("2.0 2.0");
        assertThat(sum("ConsumedReadCapacityUnits", "")).isEqualTo("1.0 0.5");
        assertThat(sum("SuccessfulRequestLatency", ", {'Name': 'Operation', 'Value': 'PutItem'}"))
                .startsWith("2.0 ");
    }

    @Test
    void a_table_tells_of_conditions_that_failed() {
        var refusal =
                account.refusal(
                        "dynamodb",
                        "PutItem",
                        "{'TableName': 'orders', 'Item': {'id': {'S': '1'}}, 'ConditionExpression': 'attribute_exists(id)'}");

        assertThat(refusal).startsWith("ConditionalCheckFailedException");
        assertThat(sum("ConditionalCheckFailedRequests", "")).isEqualTo("1.0 1.0");
    }

    @Test
    void an_alarm_on_a_table_s_metric_wakes_up() {
        account.sandbox().clock().run(1);
        account.call(
                "cloudwatch",
                "PutMetricAlarm",
                "{'AlarmName': 'busy', 'Namespace': 'AWS/DynamoDB', 'MetricName': 'ConsumedWriteCapacityUnits', 'Dimensions': [{'Name': 'TableName', 'Value': 'orders'}], 'Statistic': 'Sum', 'Period': 60, 'EvaluationPeriods': 1, 'Threshold': 0, 'ComparisonOperator': 'GreaterThanThreshold'}");
        put();

        account.advance(Duration.ofMinutes(2));

        assertThat(
                        account.call("cloudwatch", "DescribeAlarms", "{}")
                                .at("/MetricAlarms/0/StateValue")
                                .asString())
                .isEqualTo("ALARM");
    }

    @Test
    void the_grader_counts_for_nothing() {
        account.emulator()
                .perform(
                        Caller.inspector(account.sandbox(), LogAccount.REGION),
                        "dynamodb",
                        "GetItem",
                        JsonMapper.shared()
                                .readTree(
                                        "{\"TableName\": \"orders\", \"Key\": {\"id\": {\"S\": \"1\"}}}"));

        assertThat(sum("ConsumedReadCapacityUnits", "")).isEqualTo("0.0 0.0");
    }

    @Test
    void logs_and_metrics_are_there_after_a_restart(@TempDir Path folder) {
        String id;
        try (var first = new Emulator(Sandboxes.at(folder, Durability.WRITE))) {
            var key = first.sandboxes().create(LogAccount.ID);
            id = key.id();
            var caller =
                    new Caller(
                            first.sandboxes().open(key.sandbox()),
                            key.principal(),
                            LogAccount.REGION);
            call(first, caller, "logs", "CreateLogGroup", "{'logGroupName': 'g'}");
            call(
                    first,
                    caller,
                    "logs",
                    "CreateLogStream",
                    "{'logGroupName': 'g', 'logStreamName': 's'}");
            call(
                    first,
                    caller,
                    "logs",
                    "PutLogEvents",
                    "{'logGroupName': 'g', 'logStreamName': 's', 'logEvents': [{'timestamp': %d, 'message': 'kept é'}]}"
                            .formatted(System.currentTimeMillis()));
            call(
                    first,
                    caller,
                    "cloudwatch",
                    "PutMetricData",
                    "{'Namespace': 'shop', 'MetricData': [{'MetricName': 'm', 'Values': [1, 2]}]}");
            call(
                    first,
                    caller,
                    "cloudwatch",
                    "PutMetricAlarm",
                    "{'AlarmName': 'a', 'Namespace': 'shop', 'MetricName': 'm', 'Statistic': 'Sum', 'Period': 60, 'EvaluationPeriods': 1, 'Threshold': 0, 'ComparisonOperator': 'GreaterThanThreshold'}");
        }
        try (var second = new Emulator(Sandboxes.at(folder, Durability.WRITE))) {
            var key = second.sandboxes().key(id).orElseThrow();
            var caller =
                    new Caller(
                            second.sandboxes().open(key.sandbox()),
                            key.principal(),
                            LogAccount.REGION);

            assertThat(call(second, caller, "logs", "FilterLogEvents", "{'logGroupName': 'g'}"))
                    .contains("kept é");
            assertThat(call(second, caller, "cloudwatch", "ListMetrics", "{}")).contains("shop");
            caller.sandbox().clock().freeze();
            caller.sandbox().clock().advance(Duration.ofMinutes(1));
            assertThat(call(second, caller, "cloudwatch", "DescribeAlarms", "{}"))
                    .contains("\"StateValue\":\"ALARM\"");
        }
    }

    private static String call(
            Emulator emulator, Caller caller, String service, String operation, String input) {
        return emulator.perform(
                        caller,
                        service,
                        operation,
                        JsonMapper.shared().readTree(input.replace('\'', '"')))
                .toString();
    }

    private void put() {
        account.call("dynamodb", "PutItem", "{'TableName': 'orders', 'Item': {'id': {'S': '1'}}}");
    }

    /// How many, and how much.
    private String sum(String metric, String more) {
        var points =
                account.call(
                                "cloudwatch",
                                "GetMetricStatistics",
                                "{'Namespace': 'AWS/DynamoDB', 'MetricName': '%s', 'Dimensions': [{'Name': 'TableName', 'Value': 'orders'}%s], 'Period': 3600, 'StartTime': %d, 'EndTime': %d, 'Statistics': ['SampleCount', 'Sum']}"
                                        .formatted(
                                                metric,
                                                more,
                                                account.now() / 1000 - 1800,
                                                account.now() / 1000 + 1800))
                        .path("Datapoints");
        return points.at("/0/SampleCount").asDouble() + " " + points.at("/0/Sum").asDouble();
    }
}
