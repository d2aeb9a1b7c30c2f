package groundschool.emulator.cloudwatch;

import groundschool.emulator.AwsException;
import groundschool.emulator.cloudwatch.math.MathException;
import groundschool.emulator.cloudwatch.math.MathExpression;
import groundschool.emulator.cloudwatch.math.Value;
import groundschool.emulator.cloudwatch.math.Value.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Several queries that may name each other, over one time.
public final class MetricQueries {

    private final Metrics metrics;
    private final String region;
    private final Instant start;
    private final Instant end;
    private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();
    private final Map<String, Value> known = new HashMap<>();
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Set<String> pending = new HashSet<>();

    /// @throws AwsException if there is something wrong with a query
    public MetricQueries(
            List<MetricDataQuery> queries,
            Metrics metrics,
            String region,
            Instant start,
            Instant end) {
        this.metrics = metrics;
        this.region = region;
        this.start = start;
        this.end = end;
        for (var query : queries) {
            query.check();
            if (this.queries.put(query.id(), query) != null) {
                throw CloudWatchErrors.validation(
                        "The values for parameter id in MetricDataQueries are not unique.");
            }
        }
    }

    /// What a query gives.
    ///
    /// @throws AwsException if it is an expression that does not fit
    public List<Series> result(MetricDataQuery query) {
        try {
            return switch (value(query.id())) {
                case Series series -> List.of(series);
                case Value.Several(var all) -> all;
                case Value.Scalar _, Value.Word _ ->
                        throw invalid(query, "the expression must give a time series");
            };
        } catch (MathException wrong) {
            throw invalid(query, wrong.message());
        }
    }

    /// The units of the values that were found for a query, of which the first counts.
    public Set<String> units(MetricDataQuery query) {
        return units.getOrDefault(query.id(), Set.of());
    }

    /// What a query's series is called, where there is no other label.
    public static String label(MetricDataQuery query) {
        return query.label()
                .or(() -> query.metricStat().map(stat -> stat.metric().metricName()))
                .orElseGet(query::id);
    }

    private static AwsException invalid(MetricDataQuery query, String reason) {
        return CloudWatchErrors.validation(
                "Error in expression '%s': %s".formatted(query.id(), reason));
    }

    private Value value(String id) {
        var there = Optional.ofNullable(known.get(id));
        return there.orElseGet(() -> {
            var value = compute(id);
            known.put(id, value);
            return value;
        });
    }

    private Value compute(String id) {
        var query = queries.get(id);
        if (query == null) {
            throw CloudWatchErrors.validation(
                    "Error in expression: there is no query with the id '%s'.".formatted(id));
        }
        if (query.metricStat().isPresent()) {
            return new Series(id, points(query, query.metricStat().get()));
        }
        if (!pending.add(id)) {
            throw CloudWatchErrors.validation(
                    "Error in expression '%s': it takes itself.".formatted(id));
        }
        var expression = MathExpression.of(query.expression().orElse(""));
        var value = expression.evaluate(new Around(period(query, expression)));
        pending.remove(id);
        return value;
    }

    private SortedMap<Instant, Double> points(
            MetricDataQuery query, MetricDataQuery.MetricStat stat) {
        var statistic =
                Statistic.of(stat.stat())
                        .orElseThrow(() ->
                                CloudWatchErrors.validation(
                                        "The value %s for parameter Stat is not supported."
                                                .formatted(stat.stat())));
        var period = Duration.ofSeconds(stat.period());
        var points = new TreeMap<Instant, Double>();
        var found = metrics.query(stat.metric().name(), floor(start, period), end, period, region);
        var allUnits = new TreeSet<String>();
        found.values().forEach(each -> allUnits.addAll(each.keySet()));
        var unit = stat.unit().or(() -> allUnits.stream().findFirst()).orElse("None");
        units.put(query.id(), stat.unit().isPresent() ? Set.of() : allUnits);
        found.forEach((time, each) ->
                Optional.ofNullable(each.get(unit))
                        .ifPresent(bucket ->
                                statistic.of(bucket).ifPresent(value -> points.put(time, value))));
        return points;
    }

    private static Instant floor(Instant time, Duration period) {
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, period.toMillis()));
    }

    /// The longest of those that an expression takes.
    private Duration period(MetricDataQuery query, MathExpression expression) {
        long seconds = query.period().orElse(1);
        var open = new ArrayList<>(expression.ids());
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var id = open.removeLast();
            var other = queries.get(id);
            if (other != null && seen.add(id)) {
                seconds =
                        Math.max(
                                seconds,
                                other.metricStat()
                                        .map(MetricDataQuery.MetricStat::period)
                                        .orElse(1));
                other.expression().ifPresent(text -> open.addAll(MathExpression.of(text).ids()));
            }
        }
        for (var each : seen.isEmpty() ? queries.values() : List.<MetricDataQuery>of()) {
            seconds =
                    Math.max(
                            seconds,
                            each.metricStat().map(MetricDataQuery.MetricStat::period).orElse(1));
        }
        return Duration.ofSeconds(seconds == 1 ? 60 : seconds);
    }

    private final class Around implements MathExpression.Surroundings {

        private final Duration period;

        private Around(Duration period) {
            this.period = period;
        }

        @Override
        public Value of(String id) {
            return value(id);
        }

        @Override
        public List<Series> metrics() {
            return queries.values().stream()
                    .filter(query -> query.metricStat().isPresent())
                    .map(query -> (Series) value(query.id()))
                    .toList();
        }

        @Override
        public List<Instant> times() {
            var times = new ArrayList<Instant>();
            for (var time = floor(start, period);
                    time.isBefore(end) && times.size() < 100_800;
                    time = time.plus(period)) {
                times.add(time);
            }
            return times;
        }

        @Override
        public long period() {
            return period.toSeconds();
        }
    }
}
