package groundschool.emulator.cloudwatch;

import java.util.List;
import java.util.Optional;

/// A metric's statistic, or an expression over others.
///
/// Source:
/// [MetricDataQuery](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html)
///
/// @param accountId is passed over: there is one account
public record MetricDataQuery(
        String id,
        Optional<MetricStat> metricStat,
        Optional<String> expression,
        Optional<String> label,
        Optional<Boolean> returnData,
        Optional<Integer> period,
        Optional<String> accountId) {

    /// A statistic of a metric.
    public record MetricStat(Metric metric, int period, String stat, Optional<String> unit) {}

    /// A metric, as requests name it.
    public record Metric(
            String namespace, String metricName, Optional<List<Dimension>> dimensions) {

        public MetricName name() {
            return new MetricName(namespace, metricName, dimensions.orElse(List.of()));
        }
    }

    /// Whether the answer has it.
    public boolean isReturned() {
        return returnData.orElse(true);
    }

    void check() {
        if (!id.matches("[a-z][a-zA-Z0-9_]*")) {
            throw CloudWatchErrors.validation(
                    "The value for parameter id contains invalid characters: '%s'. It must start with a lower case letter and contain only letters, numbers and underscore."
                            .formatted(id));
        }
        if (metricStat.isPresent() == expression.isPresent()) {
            throw CloudWatchErrors.validation(
                    "The query '%s' must have either MetricStat or Expression.".formatted(id));
        }
        metricStat.ifPresent(stat -> Periods.check(stat.period()));
    }
}
