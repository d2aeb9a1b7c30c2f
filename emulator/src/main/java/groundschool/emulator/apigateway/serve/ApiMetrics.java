package groundschool.emulator.apigateway.serve;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Dimension;
import java.util.List;

/// Counts requests for the metrics of AWS/ApiGateway.
///
/// Source: [Amazon API Gateway dimensions and
/// metrics](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html)
final class ApiMetrics {

    private static final String NAMESPACE = "AWS/ApiGateway";

    private ApiMetrics() {}

    static void count(Journal journal, Outgoing answer) {
        var name = new Dimension("ApiName", journal.staged().served().snapshot().api().name());
        var stage = new Dimension("Stage", journal.request().stage());
        add(journal, answer, List.of(name));
        add(journal, answer, List.of(name, stage));
        journal.exchange()
                .filter(exchange -> StageSettings.of(exchange).metricsEnabled())
                .ifPresent(exchange ->
                        add(
                                journal,
                                answer,
                                List.of(
                                        name,
                                        new Dimension("Method", exchange.method().verb()),
                                        new Dimension("Resource", exchange.resource().path()),
                                        stage)));
    }

    private static void add(Journal journal, Outgoing answer, List<Dimension> dimensions) {
        var request = journal.request();
        var sandbox = request.sandbox();
        var feed =
                sandbox.storage()
                        .transition(() ->
                                sandbox.state(CloudWatch.SERVICE).feed().of(sandbox.services()));
        var region = request.region();
        int status = answer.status();
        feed.add(region, NAMESPACE, "Count", dimensions, "Count", 1);
        feed.add(
                region,
                NAMESPACE,
                "4XXError",
                dimensions,
                "Count",
                status >= 400 && status < 500 ? 1 : 0);
        feed.add(region, NAMESPACE, "5XXError", dimensions, "Count", status >= 500 ? 1 : 0);
        feed.add(
                region,
                NAMESPACE,
                "Latency",
                dimensions,
                "Milliseconds",
                journal.took().toMillis());
        journal.integration()
                .ifPresent(took ->
                        feed.add(
                                region,
                                NAMESPACE,
                                "IntegrationLatency",
                                dimensions,
                                "Milliseconds",
                                took.toMillis()));
        journal.wasCached()
                .ifPresent(hit -> {
                    feed.add(region, NAMESPACE, "CacheHitCount", dimensions, "Count", hit ? 1 : 0);
                    feed.add(region, NAMESPACE, "CacheMissCount", dimensions, "Count", hit ? 0 : 1);
                });
    }
}
