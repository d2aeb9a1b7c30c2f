package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the metrics that had a value in the last two weeks, 500 at a time.
///
/// Source:
/// [ListMetrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html)
///
/// @param recentlyActive `PT3H` for those of the last three hours
/// @param includeLinkedAccounts changes nothing: there is one account
/// @param owningAccount changes nothing: there is one account
public record ListMetrics(
        Optional<String> namespace,
        Optional<String> metricName,
        Optional<List<DimensionFilter>> dimensions,
        Optional<String> nextToken,
        Optional<String> recentlyActive,
        Optional<Boolean> includeLinkedAccounts,
        Optional<String> owningAccount)
        implements CloudWatchOperation {

    private static final int PAGE = 500;

    /// @param value absent if it may be any
    public record DimensionFilter(String name, Optional<String> value) {

        private boolean fits(MetricName metric) {
            return metric.dimensions().stream()
                    .anyMatch(each ->
                            each.name().equals(name)
                                    && value.map(each.value()::equals).orElse(true));
        }
    }

    /// @param nextToken where to go on, if there are more
    public record Response(List<Metric> metrics, Optional<String> nextToken) {}

    /// A metric.
    public record Metric(String namespace, String metricName, List<Dimension> dimensions) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:ListMetrics", "*"));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        var since =
                recentlyActive.isPresent() ? call.now().minus(Duration.ofHours(3)) : Instant.EPOCH;
        var found =
                metrics.list(call).stream()
                        .filter(each -> each.lastAt().isAfter(since))
                        .map(Metrics.Known::name)
                        .filter(each -> namespace.map(each.namespace()::equals).orElse(true))
                        .filter(each -> metricName.map(each.metricName()::equals).orElse(true))
                        .filter(each ->
                                dimensions.orElse(List.of()).stream()
                                        .allMatch(filter -> filter.fits(each)))
                        .map(each ->
                                new Metric(each.namespace(), each.metricName(), each.dimensions()))
                        .toList();
        var page = Tokens.page(found, nextToken, PAGE);
        return new Response(page.entries(), page.next());
    }
}
