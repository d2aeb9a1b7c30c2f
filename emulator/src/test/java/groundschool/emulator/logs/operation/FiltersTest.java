package groundschool.emulator.logs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Principal;
import groundschool.emulator.logs.LogAccount;
import groundschool.emulator.logs.SubscriptionDestination;
import groundschool.emulator.logs.SubscriptionFilter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is done with events as they are written.
class FiltersTest {

    private static final String FILTER =
            "{'logGroupName': 'orders', 'filterName': 'f', 'filterPattern': '%s', 'metricTransformations': [{'metricName': 'm', 'metricNamespace': 'shop', 'metricValue': '%s'%s}]}";

    private static final String POLICY =
            """
            {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"},
                            "Action": "logs:PutLogEvents", "Resource": "*"}]}
            """;

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
    void a_metric_filter_counts_the_events_that_it_means() {
        filter("ERROR", "1", "");

        account.put("orders", "web", "ERROR one", "fine", "ERROR two");

        assertThat(statistic("m", "")).isEqualTo("[2.0,2.0]");
    }

    @Test
    void a_metric_filter_takes_values_out_of_events() {
        filter(
                "{ $.ms > 5 }",
                "$.ms",
                ", 'unit': 'Milliseconds', 'dimensions': {'page': '$.page'}");

        account.put(
                "orders",
                "web",
                "{\"ms\": 10, \"page\": \"cart\"}",
                "{\"ms\": 20, \"page\": \"cart\"}",
                "{\"ms\": 30}",
                "{\"ms\": 1, \"page\": \"cart\"}");

        assertThat(statistic("m", ", 'Dimensions': [{'Name': 'page', 'Value': 'cart'}]"))
                .isEqualTo("[2.0,30.0]");
    }

    @Test
    void a_metric_filter_takes_values_out_of_fields() {
        filter("[ip, bytes > 100]", "$bytes", "");

        account.put("orders", "web", "10.0.0.1 150", "10.0.0.1 50");

        assertThat(statistic("m", "")).isEqualTo("[1.0,150.0]");
    }

    @Test
    void a_default_is_told_for_events_that_are_not_meant() {
        filter("ERROR", "1", ", 'defaultValue': 0");

        account.put("orders", "web", "fine", "ERROR");

        assertThat(statistic("m", "")).isEqualTo("[2.0,1.0]");
    }

    @Test
    void metric_filters_are_described_and_deleted() {
        filter("ERROR", "1", "");

        var described =
                account.logs("DescribeMetricFilters", "{'filterNamePrefix': 'f'}")
                        .at("/metricFilters/0");

        assertThat(described)
                .hasToString(
                        "{\"filterName\":\"f\",\"filterPattern\":\"ERROR\",\"metricTransformations\":[{\"metricName\":\"m\",\"metricNamespace\":\"shop\",\"metricValue\":\"1\"}],\"creationTime\":%d,\"logGroupName\":\"orders\",\"applyOnTransformedLogs\":false}"
                                .formatted(account.now()));
        assertThat(
                        account.logs("DescribeLogGroups", "{}")
                                .at("/logGroups/0/metricFilterCount")
                                .asInt())
                .isEqualTo(1);
        account.logs("DeleteMetricFilter", "{'logGroupName': 'orders', 'filterName': 'f'}");
        assertThat(
                        account.refusal(
                                "logs",
                                "DeleteMetricFilter",
                                "{'logGroupName': 'orders', 'filterName': 'f'}"))
                .isEqualTo(
                        "ResourceNotFoundException: The specified metric filter does not exist.");
    }

    @Test
    void a_pattern_is_tried_on_messages() {
        var match =
                account.logs(
                                "TestMetricFilter",
                                "{'filterPattern': '[ip, status=4*]', 'logEventMessages': ['10.0.0.1 200', '10.0.0.2 404']}")
                        .path("matches");

        assertThat(match).hasSize(1);
        assertThat(match.path(0).path("eventNumber").asInt()).isEqualTo(2);
        assertThat(match.path(0).path("eventMessage").asString()).isEqualTo("10.0.0.2 404");
        assertThat(match.path(0).path("extractedValues"))
                .hasToString("{\"$ip\":\"10.0.0.2\",\"$status\":\"404\"}");
    }

    @Test
    void events_in_embedded_metric_format_are_metrics() {
        account.put(
                "orders",
                "web",
                """
                {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [{"Namespace": "shop", "Dimensions": [["page"], ["page", "none"]],
                  "Metrics": [{"Name": "ms", "Unit": "Milliseconds"}, {"Name": "all"}]}]},
                 "page": "cart", "ms": 12, "all": [1, 2, 3]}
                """
                        .formatted(account.now()),
                "{\"_aws\": {\"CloudWatchMetrics\": 7}}");

        var page = ", 'Dimensions': [{'Name': 'page', 'Value': 'cart'}]";
        assertThat(statistic("ms", page)).isEqualTo("[1.0,12.0]");
        assertThat(statistic("all", page)).isEqualTo("[3.0,6.0]");
        assertThat(account.call("cloudwatch", "ListMetrics", "{}").path("Metrics")).hasSize(2);
    }

    @Test
    void subscriptions_to_what_is_not_there_are_refused_by_name() {
        assertThat(
                        account.refusal(
                                "logs",
                                "PutSubscriptionFilter",
                                "{'logGroupName': 'orders', 'filterName': 'f', 'filterPattern': '', 'destinationArn': 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/d'}"))
                .isEqualTo(
                        "InvalidParameterException: Groundschool's emulator does not have subscriptions of arn:aws:firehose:eu-west-1:111122223333:deliverystream/d yet.");
        assertThat(
                        account.refusal(
                                "logs",
                                "PutSubscriptionFilter",
                                "{'logGroupName': 'orders', 'filterName': 'f', 'filterPattern': '', 'destinationArn': 'arn:aws:kinesis:eu-west-1:111122223333:stream/s'}"))
                .isEqualTo(
                        "InvalidParameterException: destinationArn for vendor kinesis cannot be used without roleArn");
        assertThat(account.logs("DescribeSubscriptionFilters", "{'logGroupName': 'orders'}"))
                .hasToString("{\"subscriptionFilters\":[]}");
    }

    @Test
    void another_accounts_function_is_refused_whether_or_not_there_is_a_group() {
        for (var group : List.of("orders", "nobodys")) {
            assertThat(
                            account.refusal(
                                    "logs",
                                    "PutSubscriptionFilter",
                                    "{'logGroupName': '%s', 'filterName': 'f', 'filterPattern': '', 'destinationArn': 'arn:aws:lambda:eu-west-1:123456789012:function:f'}"
                                            .formatted(group)))
                    .isEqualTo(
                            "AccessDeniedException: Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers.");
        }
    }

    @Test
    void policies_may_have_statements_of_the_same_id_and_must_be_policies() {
        policy("p", POLICY);
        policy("q", POLICY);

        account.put("orders", "web", "hello");

        assertThat(account.logs("DescribeResourcePolicies", "{}").path("resourcePolicies"))
                .hasSize(2);
        assertThatThrownBy(() -> policy("r", "{\"Statement\": [{}]}"))
                .hasMessage("Resource Policy document is invalid.");
        assertThatThrownBy(() -> policy("r", "no JSON"))
                .hasMessage("Resource Policy document is invalid.");
    }

    private void policy(String name, String document) {
        account.emulator()
                .perform(
                        account.caller(),
                        "logs",
                        "PutResourcePolicy",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("policyName", name)
                                .put("policyDocument", document));
    }

    @Test
    void what_a_subscription_sends_is_gzipped_json() throws Exception {
        var filter =
                new SubscriptionFilter(
                        "f", "orders", "", "arn", Optional.empty(), "ByLogStream", false, 0);
        var delivery =
                new SubscriptionDestination.Delivery(
                        LogAccount.ID,
                        "orders",
                        "web",
                        filter,
                        List.of(
                                new SubscriptionDestination.Delivery.Event(
                                        "0".repeat(56), 5, "hello")));

        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(delivery.gzipped()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"111122223333\",\"logGroup\":\"orders\",\"logStream\":\"web\",\"subscriptionFilters\":[\"f\"],\"logEvents\":[{\"id\":\"%s\",\"timestamp\":5,\"message\":\"hello\"}]}"
                                    .formatted("0".repeat(56)));
        }
    }

    @Test
    void a_service_writes_only_if_a_resource_policy_lets_it() {
        var service =
                new Principal.AwsService(
                        LogAccount.ID, "route53.amazonaws.com", "arn:aws:route53:::hostedzone/z");
        var write =
                PutLogEvents.of(
                        "orders",
                        "web",
                        List.of(new PutLogEvents.InputLogEvent(account.now(), "query")));
        var services = account.sandbox().services().as(service, LogAccount.REGION);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> services.run(write)))
                .hasMessageContaining("is not authorized to perform: logs:PutLogEvents");

        policy("p", POLICY);
        services.run(write);

        assertThat(
                        LogAccount.messages(
                                account.logs("FilterLogEvents", "{'logGroupName': 'orders'}")))
                .containsExactly("query");
        account.logs("DeleteResourcePolicy", "{'policyName': 'p'}");
        assertThat(account.refusal("logs", "DeleteResourcePolicy", "{'policyName': 'p'}"))
                .isEqualTo("ResourceNotFoundException: Policy with name [p] does not exist.");
    }

    private void filter(String pattern, String value, String more) {
        account.logs("PutMetricFilter", FILTER.formatted(pattern, value, more));
    }

    /// How many, and how much.
    private String statistic(String metric, String more) {
        JsonNode points =
                account.call(
                                "cloudwatch",
                                "GetMetricStatistics",
                                "{'Namespace': 'shop', 'MetricName': '%s', 'Period': 3600, 'StartTime': %d, 'EndTime': %d, 'Statistics': ['SampleCount', 'Sum']%s}"
                                        .formatted(
                                                metric,
                                                account.now() / 1000 - 1800,
                                                account.now() / 1000 + 1800,
                                                more))
                        .path("Datapoints");
        return "[%s,%s]"
                .formatted(points.at("/0/SampleCount").asDouble(), points.at("/0/Sum").asDouble());
    }
}
