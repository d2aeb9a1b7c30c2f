package groundschool.emulator.logs;

import groundschool.emulator.cloudwatch.Bucket;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricName;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.logs.pattern.LogText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads the metrics that an event carries in embedded metric format. What does not keep to the
/// format is passed over, as by AWS.
///
/// Source: [Embedded metric format
/// specification](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html)
final class EmbeddedMetrics {

    private static final String MARK = "\"_aws\"";
    private static final int MOST_METRICS = 100;
    private static final int MOST_DIMENSIONS = 30;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_NAME = 1024;
    private static final Duration OLDEST = Duration.ofDays(14);

    private EmbeddedMetrics() {}

    static List<Metrics.Given> in(LogStreams.Written event) {
        if (!event.message().contains(MARK)) {
            return List.of();
        }
        return new LogText(event.message())
                .json()
                .map(document -> metrics(document, event.timestamp()))
                .orElse(List.of());
    }

    private static List<Metrics.Given> metrics(JsonNode document, long written) {
        var given = new ArrayList<Metrics.Given>();
        var about = document.path("_aws");
        var time = Instant.ofEpochMilli(about.path("Timestamp").asLong(written));
        var at =
                time.isBefore(Instant.ofEpochMilli(written).minus(OLDEST))
                        ? Instant.ofEpochMilli(written)
                        : time;
        for (var directive : about.path("CloudWatchMetrics")) {
            var namespace = directive.path("Namespace").asString("");
            if (namespace.isEmpty() || namespace.startsWith("AWS/")) {
                continue;
            }
            for (var metric : (Iterable<JsonNode>) definitions(directive)::iterator) {
                dimensionSets(directive, document)
                        .forEach(dimensions ->
                                value(document, metric)
                                        .ifPresent(values ->
                                                given.add(
                                                        new Metrics.Given(
                                                                new MetricName(
                                                                        namespace,
                                                                        metric.path("Name")
                                                                                .asString(""),
                                                                        dimensions),
                                                                at,
                                                                metric.path("Unit")
                                                                        .asString("None"),
                                                                metric.path("StorageResolution")
                                                                                .asInt(60)
                                                                        < 60,
                                                                values))));
            }
        }
        return given;
    }

    private static Stream<JsonNode> definitions(JsonNode directive) {
        return directive
                .path("Metrics")
                .valueStream()
                .limit(MOST_METRICS)
                .filter(metric -> isName(metric.path("Name").asString("")));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    /// One for each list of names; a set whose members the document lacks is none.
    private static Stream<List<Dimension>> dimensionSets(JsonNode directive, JsonNode document) {
        var sets = directive.path("Dimensions");
        if (sets.isEmpty()) {
            return Stream.of(List.of());
        }
        return sets.valueStream()
                .limit(MOST_METRICS)
                .filter(set -> set.size() <= MOST_DIMENSIONS)
                .filter(set -> set.valueStream().allMatch(name -> isIn(document, name)))
                .map(set ->
                        set.valueStream()
                                .map(name ->
                                        new Dimension(
                                                name.asString(""),
                                                document.path(name.asString("")).asString("")))
                                .toList());
    }

    private static boolean isIn(JsonNode document, JsonNode name) {
        var value = document.path(name.asString(""));
        return value.isString() && isName(value.stringValue());
    }

    private static Optional<Bucket> value(JsonNode document, JsonNode metric) {
        var value = document.path(metric.path("Name").asString(""));
        if (value.isNumber()) {
            return bucket(value);
        }
        return value.isArray()
                ? value.valueStream()
                        .limit(MOST_VALUES)
                        .filter(JsonNode::isNumber)
                        .flatMap(each -> bucket(each).stream())
                        .reduce(Bucket::plus)
                : Optional.empty();
    }

    private static Optional<Bucket> bucket(JsonNode number) {
        double value = number.asDouble();
        return Double.isFinite(value) ? Optional.of(Bucket.of(value, 1)) : Optional.empty();
    }
}
