package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.AwsException;
import groundschool.emulator.cloudwatch.MetricDataQuery;
import groundschool.emulator.cloudwatch.MetricQueries;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What an alarm is at a time.
///
/// It looks at the periods that have ended, and at two more than it needs, so that one without data
/// may be passed over. If there are still too few with data, the alarm's setting says what is made
/// of those that are missing.
///
/// Source: [Configuring how CloudWatch alarms treat missing
/// data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html)
///
/// @param state absent if it stays what it is
/// @param hasData whether anything was found in the time that counts
record Evaluation(Optional<Found> state, boolean hasData) {

    private static final int MORE_PERIODS = 2;
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// @param value `OK`, `ALARM` or `INSUFFICIENT_DATA`
    record Found(String value, String reason, String data) {}

    /// A period with data.
    private record Point(Instant at, double value, Optional<Double> count) {}

    static Evaluation of(Alarm alarm, Metrics metrics, String region, Instant now) {
        var settings = alarm.settings();
        var period = Duration.ofSeconds(settings.periodSeconds());
        long end = now.toEpochMilli() - Math.floorMod(now.toEpochMilli(), period.toMillis());
        int wanted = settings.evaluationPeriods();
        var until = Instant.ofEpochMilli(end);
        var from = until.minus(period.multipliedBy(wanted + (long) MORE_PERIODS));
        var points = points(settings, metrics, region, from, until, period);
        var latest =
                new ArrayList<>(points.subList(Math.max(0, points.size() - wanted), points.size()));
        return new Evaluation(
                decide(alarm, latest, period, until).map(found -> found(alarm, found, latest, now)),
                !points.isEmpty());
    }

    /// A state and why.
    private record Verdict(String value, String reason) {}

    private static Optional<Verdict> decide(
            Alarm alarm, List<Point> latest, Duration period, Instant until) {
        var settings = alarm.settings();
        int wanted = settings.evaluationPeriods();
        int enough = settings.datapointsToAlarm().orElse(wanted);
        int missing = wanted - latest.size();
        var treatment = settings.treatMissingData().orElse("missing");
        long over = latest.stream().filter(point -> isOver(settings, point.value())).count();
        if (missing == 0) {
            return Optional.of(crossed(settings, latest, over, enough));
        }
        if (treatment.equals("breaching") || treatment.equals("notBreaching")) {
            boolean isOver = treatment.equals("breaching");
            var value = over + (isOver ? missing : 0) >= enough ? "ALARM" : "OK";
            return Optional.of(new Verdict(value, filled(latest, missing, isOver, settings)));
        }
        if (latest.isEmpty()) {
            return treatment.equals("ignore")
                    ? Optional.empty()
                    : Optional.of(
                            new Verdict(
                                    "INSUFFICIENT_DATA",
                                    "Insufficient Data: %d datapoint%s unknown."
                                            .formatted(wanted, wanted == 1 ? " was" : "s were")));
        }
        if (over == latest.size()) {
            return treatment.equals("ignore")
                    ? Optional.empty()
                    : Optional.of(
                            new Verdict(
                                    "ALARM", crossed(settings, latest, enough, enough).reason()));
        }
        return Optional.of(crossed(settings, latest, over, enough));
    }

    private static Verdict crossed(
            Alarm.Settings settings, List<Point> latest, long over, int enough) {
        boolean isAlarm = over >= enough;
        var shown = latest.reversed();
        var points =
                shown.stream()
                        .map(point -> "%s (%s)".formatted(point.value(), SHORT.format(point.at())))
                        .collect(Collectors.joining(", ", "[", "]"));
        int all = settings.evaluationPeriods();
        int named = isAlarm && all > 1 ? (int) Math.min(over, latest.size()) : latest.size();
        var subject =
                all == 1
                        ? "1 datapoint " + points
                        : "%d out of the last %d datapoints %s".formatted(named, all, points);
        var verb = all == 1 || named == 1 ? " was " : " were ";
        var end =
                all == 1
                        ? "."
                        : " (minimum %d datapoint%s for %s transition)."
                                .formatted(
                                        isAlarm ? enough : all - enough + 1,
                                        (isAlarm ? enough : all - enough + 1) == 1 ? "" : "s",
                                        isAlarm ? "OK -> ALARM" : "ALARM -> OK");
        return new Verdict(
                isAlarm ? "ALARM" : "OK",
                "Threshold Crossed: %s%s%s%s the threshold (%s)%s"
                        .formatted(
                                subject,
                                verb,
                                isAlarm ? "" : "not ",
                                relation(settings),
                                settings.threshold(),
                                end));
    }

    private static String filled(
            List<Point> latest, int missing, boolean isOver, Alarm.Settings settings) {
        var kind = isOver ? "Breaching" : "NonBreaching";
        var received =
                latest.isEmpty()
                        ? "no datapoints were received for %d period%s"
                                .formatted(
                                        settings.evaluationPeriods(),
                                        settings.evaluationPeriods() == 1 ? "" : "s")
                        : "%d datapoint%s received for %d periods"
                                .formatted(
                                        latest.size(),
                                        latest.size() == 1 ? " was" : "s were",
                                        settings.evaluationPeriods());
        return "Threshold Crossed: %s and %d missing datapoint%s treated as [%s]."
                .formatted(received, missing, missing == 1 ? " was" : "s were", kind);
    }

    private static boolean isOver(Alarm.Settings settings, double value) {
        double threshold = settings.threshold();
        return switch (settings.comparisonOperator()) {
            case "GreaterThanOrEqualToThreshold" -> value >= threshold;
            case "GreaterThanThreshold" -> value > threshold;
            case "LessThanThreshold" -> value < threshold;
            default -> value <= threshold;
        };
    }

    private static String relation(Alarm.Settings settings) {
        return switch (settings.comparisonOperator()) {
            case "GreaterThanOrEqualToThreshold" -> "greater than or equal to";
            case "GreaterThanThreshold" -> "greater than";
            case "LessThanThreshold" -> "less than";
            default -> "less than or equal to";
        };
    }

    private static List<Point> points(
            Alarm.Settings settings,
            Metrics metrics,
            String region,
            Instant from,
            Instant until,
            Duration period) {
        if (settings.metrics().isPresent()) {
            return expression(settings.metrics().get(), metrics, region, from, until);
        }
        var statistic =
                Statistic.of(
                        settings.statistic().or(settings::extendedStatistic).orElse("Average"));
        var points = new ArrayList<Point>();
        if (statistic.isEmpty() || settings.metric().isEmpty()) {
            return points;
        }
        var found = metrics.query(settings.metric().get(), from, until, period, region);
        found.forEach((at, units) -> {
            var bucket =
                    settings.unit().isPresent()
                            ? Optional.ofNullable(units.get(settings.unit().get()))
                            : units.values().stream().findFirst();
            bucket.ifPresent(values ->
                    statistic
                            .get()
                            .of(values)
                            .ifPresent(value ->
                                    points.add(new Point(at, value, Optional.of(values.count())))));
        });
        return points;
    }

    private static List<Point> expression(
            List<MetricDataQuery> queries,
            Metrics metrics,
            String region,
            Instant from,
            Instant until) {
        try {
            var all = new MetricQueries(queries, metrics, region, from, until);
            return queries.stream()
                    .filter(MetricDataQuery::isReturned)
                    .flatMap(query -> all.result(query).stream())
                    .flatMap(series -> series.points().entrySet().stream())
                    .map(point -> new Point(point.getKey(), point.getValue(), Optional.empty()))
                    .toList();
        } catch (AwsException _) {
            // What does not compute has no data.
            return List.of();
        }
    }

    private static Found found(Alarm alarm, Verdict verdict, List<Point> latest, Instant now) {
        var settings = alarm.settings();
        var data = new TreeMap<String, Object>();
        data.put("version", "1.0");
        data.put("queryDate", LONG.format(now));
        if (!latest.isEmpty()) {
            data.put("startDate", LONG.format(latest.getFirst().at()));
        }
        settings.unit().ifPresent(unit -> data.put("unit", unit));
        settings.statistic()
                .or(settings::extendedStatistic)
                .ifPresent(statistic -> data.put("statistic", statistic));
        data.put("period", settings.periodSeconds());
        data.put("recentDatapoints", latest.stream().map(Point::value).toList());
        data.put("threshold", settings.threshold());
        data.put("evaluatedDatapoints", latest.reversed().stream().map(Evaluation::told).toList());
        return new Found(
                verdict.value(), verdict.reason(), JsonMapper.shared().writeValueAsString(data));
    }

    private static Map<String, Object> told(Point point) {
        var told = new TreeMap<String, Object>();
        told.put("timestamp", LONG.format(point.at()));
        point.count().ifPresent(count -> told.put("sampleCount", count));
        told.put("value", point.value());
        return told;
    }
}
