package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.util.List;
import java.util.Optional;

/// Describes the alarms on one metric.
///
/// Source:
/// [DescribeAlarmsForMetric](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html)
public record DescribeAlarmsForMetric(
        String metricName,
        String namespace,
        Optional<String> statistic,
        Optional<String> extendedStatistic,
        Optional<List<Dimension>> dimensions,
        Optional<Integer> period,
        Optional<String> unit)
        implements CloudWatchOperation {

    /// The alarms, by name.
    public record Response(List<AlarmDescription> metricAlarms) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:DescribeAlarmsForMetric", "*"));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        return new Response(
                metrics.alarms().all(call.region()).stream()
                        .filter(alarm -> isWanted(alarm.settings()))
                        .map(alarm -> AlarmDescription.of(alarm, call))
                        .toList());
    }

    private boolean isWanted(Alarm.Settings settings) {
        var name = new MetricName(namespace, metricName, dimensions.orElse(List.of()));
        return settings.metric().equals(Optional.of(name))
                && (statistic.isEmpty() || settings.statistic().equals(statistic))
                && (extendedStatistic.isEmpty()
                        || settings.extendedStatistic().equals(extendedStatistic))
                && (period.isEmpty() || settings.period().equals(period))
                && (unit.isEmpty() || settings.unit().equals(unit));
    }
}
