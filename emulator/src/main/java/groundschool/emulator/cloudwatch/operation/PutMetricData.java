package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Bucket;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gives values to metrics, which are made by being given one.
///
/// Source:
/// [PutMetricData](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html)
///
/// @param entityMetricData is refused: metrics are not attributed to entities yet
/// @param strictEntityValidation says nothing without those
public record PutMetricData(
        String namespace,
        Optional<List<MetricDatum>> metricData,
        Optional<Object> entityMetricData,
        Optional<Boolean> strictEntityValidation)
        implements CloudWatchOperation {

    private static final int MOST_DATA = 1_000;
    private static final int MOST_VALUES = 150;
    private static final double LARGEST = Math.pow(2, 360);
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    /// Values of a metric, for whoever calls within the process.
    public static PutMetricData of(String namespace, List<MetricDatum> data) {
        return new PutMetricData(namespace, Optional.of(data), Optional.empty(), Optional.empty());
    }

    /// Values of one metric at one time.
    public record MetricDatum(
            String metricName,
            Optional<List<Dimension>> dimensions,
            Optional<Instant> timestamp,
            Optional<Double> value,
            Optional<StatisticSet> statisticValues,
            Optional<List<Double>> values,
            Optional<List<Double>> counts,
            Optional<String> unit,
            Optional<Integer> storageResolution) {

        /// One value.
        public static MetricDatum of(
                String metricName,
                List<Dimension> dimensions,
                Instant at,
                double value,
                Optional<String> unit) {
            return new MetricDatum(
                    metricName,
                    Optional.of(dimensions),
                    Optional.of(at),
                    Optional.of(value),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    unit,
                    Optional.empty());
        }
    }

    /// What is known of values that were counted elsewhere.
    public record StatisticSet(double sampleCount, double sum, double minimum, double maximum) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(
                new Access(
                        "cloudwatch:PutMetricData",
                        "*",
                        Map.of("cloudwatch:namespace", List.of(namespace))));
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        entityMetricData.ifPresent(_ -> {
            throw CloudWatchErrors.notYet("metrics that are attributed to an entity");
        });
        if (namespace.startsWith("AWS/")) {
            throw CloudWatchErrors.invalidValue(
                    "The value AWS/ for parameter Namespace is invalid.");
        }
        var data =
                metricData.orElseThrow(
                        () -> CloudWatchErrors.missing("The parameter MetricData is required."));
        if (data.size() > MOST_DATA) {
            throw CloudWatchErrors.invalidValue(
                    "The collection MetricData must not have a size greater than 1000.");
        }
        var all = new ArrayList<Metrics.Given>();
        for (int i = 0; i < data.size(); i++) {
            all.add(given(data.get(i), "MetricData.member.%d.".formatted(i + 1), call));
        }
        metrics.put(all, call.region(), call.services());
        return new Nothing();
    }

    private Metrics.Given given(MetricDatum datum, String place, Call call) {
        var at = datum.timestamp().orElse(call.now());
        if (at.isBefore(call.now().minus(OLDEST))) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter %sTimestamp must specify a time within the past two weeks."
                            .formatted(place));
        }
        if (at.isAfter(call.now().plus(NEWEST))) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter %sTimestamp must specify a time no more than two hours in the future."
                            .formatted(place));
        }
        return new Metrics.Given(
                new MetricName(namespace, datum.metricName(), datum.dimensions().orElse(List.of())),
                at,
                datum.unit().orElse("None"),
                datum.storageResolution().filter(seconds -> seconds < 60).isPresent(),
                bucket(datum, place));
    }

    private static Bucket bucket(MetricDatum datum, String place) {
        if (datum.value().isPresent() && datum.values().isPresent()) {
            throw CloudWatchErrors.exclusive(place + "Value", place + "Values");
        }
        if (datum.value().isPresent() && datum.statisticValues().isPresent()) {
            throw CloudWatchErrors.exclusive(place + "Value", place + "StatisticValues");
        }
        if (datum.values().isPresent() && datum.statisticValues().isPresent()) {
            throw CloudWatchErrors.exclusive(place + "Values", place + "StatisticValues");
        }
        if (datum.value().isPresent()) {
            return Bucket.of(checked(datum.value().get(), place + "Value"), 1);
        }
        if (datum.values().isPresent()) {
            return several(datum.values().get(), datum.counts(), place);
        }
        var sums =
                datum.statisticValues()
                        .orElseThrow(() ->
                                CloudWatchErrors.missing(
                                        "The parameter %sValue is required.".formatted(place)));
        checked(sums.sum(), place + "StatisticValues.Sum");
        if (!(sums.sampleCount() > 0)) {
            throw CloudWatchErrors.invalidValue(
                    "The parameter %sStatisticValues.SampleCount must be greater than 0."
                            .formatted(place));
        }
        return new Bucket(
                checked(sums.sampleCount(), place + "StatisticValues.SampleCount"),
                sums.sum(),
                checked(sums.minimum(), place + "StatisticValues.Minimum"),
                checked(sums.maximum(), place + "StatisticValues.Maximum"),
                new TreeMap<>());
    }

    private static Bucket several(
            List<Double> values, Optional<List<Double>> counts, String place) {
        if (values.size() > MOST_VALUES) {
            throw CloudWatchErrors.invalidValue(
                    "The collection %sValues must not have a size greater than 150."
                            .formatted(place));
        }
        if (values.isEmpty()) {
            throw CloudWatchErrors.missing("The parameter %sValues is required.".formatted(place));
        }
        if (counts.isPresent() && counts.get().size() != values.size()) {
            throw CloudWatchErrors.invalidValue(
                    "The parameters %sValues and %sCounts must be of the same size."
                            .formatted(place, place));
        }
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < values.size(); i++) {
            double times = counts.isPresent() ? counts.get().get(i) : 1;
            if (!(times > 0) || times > LARGEST) {
                throw CloudWatchErrors.invalidValue(
                        "The value %s for parameter %sCounts.member.%d is invalid."
                                .formatted(times, place, i + 1));
            }
            buckets.add(Bucket.of(checked(values.get(i), place + "Values"), times));
        }
        return buckets.stream().reduce(Bucket::plus).orElseThrow();
    }

    private static double checked(double value, String parameter) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw CloudWatchErrors.invalidValue(
                    "The value %s for parameter %s is invalid.".formatted(value, parameter));
        }
        return value;
    }
}
