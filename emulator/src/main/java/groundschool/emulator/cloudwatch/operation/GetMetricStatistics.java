package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Bucket;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.Periods;
import groundschool.emulator.cloudwatch.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells statistics of a metric by period, each unit for itself unless one is named.
///
/// Source:
/// [GetMetricStatistics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html)
public record GetMetricStatistics(
        String namespace,
        String metricName,
        Optional<List<Dimension>> dimensions,
        Instant startTime,
        Instant endTime,
        int period,
        Optional<List<String>> statistics,
        Optional<List<String>> extendedStatistics,
        Optional<String> unit)
        implements CloudWatchOperation {

    private static final long MOST_POINTS = 1_440;

    /// @param datapoints in the order of their times
    public record Response(String label, List<Datapoint> datapoints) {}

    /// Statistics of one period; those that were asked for.
    public record Datapoint(
            Instant timestamp,
            Optional<Double> sampleCount,
            Optional<Double> average,
            Optional<Double> sum,
            Optional<Double> minimum,
            Optional<Double> maximum,
            String unit,
            Optional<Map<String, Double>> extendedStatistics) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:GetMetricStatistics", "*"));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        check();
        var width = Duration.ofSeconds(period);
        long step = Math.min(period, 60) * 1000L;
        var first =
                Instant.ofEpochMilli(
                        startTime.toEpochMilli() - Math.floorMod(startTime.toEpochMilli(), step));
        var name = new MetricName(namespace, metricName, dimensions.orElse(List.of()));
        var points = new ArrayList<Datapoint>();
        metrics.query(name, first, endTime, width, call.region())
                .forEach((time, units) ->
                        units.forEach((found, bucket) -> {
                            if (unit.map(found::equals).orElse(true)) {
                                points.add(point(time, found, bucket));
                            }
                        }));
        return new Response(metricName, points);
    }

    private void check() {
        if (statistics.isEmpty() && extendedStatistics.isEmpty()) {
            throw CloudWatchErrors.invalidCombination(
                    "Must specify either Statistics or ExtendedStatistics");
        }
        if (!startTime.isBefore(endTime)) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter StartTime must be less than the parameter EndTime.");
        }
        Periods.check(period);
        long points = Math.ceilDiv(Duration.between(startTime, endTime).toSeconds(), period);
        if (points > MOST_POINTS) {
            throw CloudWatchErrors.invalidCombination(
                    "You have requested up to %d datapoints, which exceeds the limit of %d. You may reduce the datapoints requested by increasing Period, or decreasing the time range."
                            .formatted(points, MOST_POINTS));
        }
        for (var extended : extendedStatistics.orElse(List.of())) {
            if (Statistic.of(extended).isEmpty()) {
                throw CloudWatchErrors.invalidValue(
                        "The value %s for parameter ExtendedStatistics.member.1 is not supported."
                                .formatted(extended));
            }
        }
    }

    private Datapoint point(Instant time, String found, Bucket bucket) {
        return new Datapoint(
                time,
                told("SampleCount", bucket),
                told("Average", bucket),
                told("Sum", bucket),
                told("Minimum", bucket),
                told("Maximum", bucket),
                found,
                extendedStatistics.map(names -> {
                    var all = new LinkedHashMap<String, Double>();
                    for (var name : names) {
                        Statistic.of(name)
                                .orElseThrow()
                                .of(bucket)
                                .ifPresent(value -> all.put(name, value));
                    }
                    return all;
                }));
    }

    private Optional<Double> told(String name, Bucket bucket) {
        return statistics
                .filter(names -> names.contains(name))
                .flatMap(_ -> Statistic.of(name))
                .map(statistic -> statistic.of(bucket).orElse(0));
    }
}
