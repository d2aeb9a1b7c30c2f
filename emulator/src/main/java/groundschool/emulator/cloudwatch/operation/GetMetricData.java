package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.MetricDataQuery;
import groundschool.emulator.cloudwatch.MetricDataQuery.MetricStat;
import groundschool.emulator.cloudwatch.MetricQueries;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.math.Value.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells several metrics at once, and expressions over them.
///
/// Source:
/// [GetMetricData](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html)
///
/// @param labelOptions is refused: labels name no times yet
public record GetMetricData(
        List<MetricDataQuery> metricDataQueries,
        Instant startTime,
        Instant endTime,
        Optional<String> nextToken,
        Optional<String> scanBy,
        Optional<Integer> maxDatapoints,
        Optional<Object> labelOptions)
        implements CloudWatchOperation {

    private static final int MOST_QUERIES = 500;
    private static final int MOST_POINTS = 100_800;

    /// @param nextToken where to go on, if there is more
    public record Response(
            List<Result> metricDataResults, List<Message> messages, Optional<String> nextToken) {}

    /// @param timestamps one for each value
    public record Result(
            String id,
            String label,
            List<Instant> timestamps,
            List<Double> values,
            String statusCode,
            Optional<List<Message>> messages) {}

    /// Something to know about a result.
    public record Message(String code, String value) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(Access.to("cloudwatch:GetMetricData", "*"));
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        labelOptions.ifPresent(_ -> {
            throw CloudWatchErrors.notYet("labels with times");
        });
        if (!startTime.isBefore(endTime)) {
            throw CloudWatchErrors.validation(
                    "The parameter StartTime must be less than the parameter EndTime.");
        }
        if (metricDataQueries.isEmpty() || metricDataQueries.size() > MOST_QUERIES) {
            throw CloudWatchErrors.validation(
                    "The collection MetricDataQueries must have a size between 1 and 500.");
        }
        var queries =
                new MetricQueries(metricDataQueries, metrics, call.region(), startTime, endTime);
        var all = new ArrayList<Result>();
        for (var query : metricDataQueries) {
            if (query.isReturned()) {
                for (var series : queries.result(query)) {
                    all.add(result(query, series, queries));
                }
            }
        }
        return page(all);
    }

    private Result result(MetricDataQuery query, Series series, MetricQueries queries) {
        var times = new ArrayList<>(series.points().keySet());
        var values = new ArrayList<>(series.points().values());
        boolean isAscending = scanBy.equals(Optional.of("TimestampAscending"));
        var units = queries.units(query);
        return new Result(
                query.id(),
                label(query, series),
                isAscending ? times : times.reversed(),
                isAscending ? values : values.reversed(),
                "Complete",
                units.size() > 1
                        ? Optional.of(
                                List.of(
                                        new Message(
                                                "MultipleUnits",
                                                "Multiple units returned: '%s'".formatted(units))))
                        : Optional.empty());
    }

    /// By itself, a label says no more than what tells the metrics apart.
    private String label(MetricDataQuery query, Series series) {
        if (query.label().isPresent() || query.metricStat().isEmpty()) {
            return series.name().isEmpty() || query.label().isPresent()
                    ? MetricQueries.label(query)
                    : series.name();
        }
        var stats = metricDataQueries.stream().flatMap(each -> each.metricStat().stream()).toList();
        var stat = query.metricStat().get();
        var label = new StringBuilder(stat.metric().metricName());
        if (stats.stream().map(MetricStat::stat).distinct().count() > 1) {
            label.append(' ').append(stat.stat());
        }
        if (stats.stream().map(MetricStat::period).distinct().count() > 1) {
            label.append(' ').append(stat.period());
        }
        return label.toString();
    }

    private Response page(List<Result> all) {
        int most = Math.min(MOST_POINTS, maxDatapoints.orElse(MOST_POINTS));
        int skip = nextToken.map(Tokens::read).orElse(0);
        int left = most;
        int passed = 0;
        var page = new ArrayList<Result>();
        for (var result : all) {
            int size = result.values().size();
            int from = Math.clamp((long) skip - passed, 0, size);
            int to = Math.min(size, from + left);
            boolean isPart = passed + size > skip || (size == 0 && skip <= passed);
            if (isPart && (left > 0 || size == 0)) {
                page.add(
                        new Result(
                                result.id(),
                                result.label(),
                                result.timestamps().subList(from, to),
                                result.values().subList(from, to),
                                to < size ? "PartialData" : "Complete",
                                result.messages()));
                left -= to - from;
            }
            passed += size;
        }
        int shown = skip + most - left;
        return new Response(
                page,
                List.of(),
                shown < passed ? Optional.of(Tokens.write(shown)) : Optional.empty());
    }
}
