package groundschool.emulator.logs;

import groundschool.emulator.cloudwatch.Bucket;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.logs.pattern.FilterPattern;
import groundschool.emulator.logs.pattern.LogText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts events that a pattern means, or what they say, as a metric.
///
/// @param metricTransformations one
/// @param creationTime in milliseconds
public record MetricFilter(
        String filterName,
        String filterPattern,
        List<MetricTransformation> metricTransformations,
        long creationTime,
        String logGroupName,
        boolean applyOnTransformedLogs) {

    public MetricFilter {
        metricTransformations = List.copyOf(metricTransformations);
    }

    /// What becomes of an event.
    ///
    /// @param metricValue a number, or a selector such as `$.latency` or `$bytes`
    /// @param defaultValue what is told when events were written and none was meant
    /// @param dimensions selectors by name
    public record MetricTransformation(
            String metricName,
            String metricNamespace,
            String metricValue,
            Optional<Double> defaultValue,
            Optional<Map<String, String>> dimensions,
            Optional<String> unit) {}

    /// The values that some events give, each at its time.
    List<Metrics.Given> values(List<LogStreams.Written> events) {
        var pattern = FilterPattern.of(filterPattern);
        var given = new ArrayList<Metrics.Given>();
        for (var event : events) {
            var text = new LogText(event.message());
            var found = pattern.match(text);
            var at = Instant.ofEpochMilli(event.timestamp());
            for (var transformation : metricTransformations) {
                if (found.isPresent()) {
                    value(transformation, found.get(), text, at).ifPresent(given::add);
                } else {
                    transformation
                            .defaultValue()
                            .ifPresent(value ->
                                    given.add(value(transformation, List.of(), value, at)));
                }
            }
        }
        return given;
    }

    private static Optional<Metrics.Given> value(
            MetricTransformation transformation,
            Map<String, String> found,
            LogText text,
            Instant at) {
        var dimensions = new ArrayList<Dimension>();
        for (var dimension : transformation.dimensions().orElse(Map.of()).entrySet()) {
            var value = selected(dimension.getValue(), found, text);
            if (value.isEmpty()) {
                // An event without one of the dimensions counts for none of the metrics.
                return Optional.empty();
            }
            dimensions.add(new Dimension(dimension.getKey(), value.get()));
        }
        return selected(transformation.metricValue(), found, text)
                .flatMap(MetricFilter::number)
                .map(value -> value(transformation, dimensions, value, at));
    }

    private static Metrics.Given value(
            MetricTransformation transformation,
            List<Dimension> dimensions,
            double value,
            Instant at) {
        return new Metrics.Given(
                new MetricName(
                        transformation.metricNamespace(), transformation.metricName(), dimensions),
                at,
                transformation.unit().orElse("None"),
                false,
                Bucket.of(value, 1));
    }

    private static Optional<String> selected(
            String selector, Map<String, String> found, LogText text) {
        if (!selector.startsWith("$")) {
            return Optional.of(selector);
        }
        return Optional.ofNullable(found.get(selector))
                .or(() -> FilterPattern.selected(selector, text));
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
