package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.MetricFilter;
import java.util.List;
import java.util.Optional;

/// Describes metric filters of one group, or of all, 50 at a time.
///
/// Source:
/// [DescribeMetricFilters](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html)
public record DescribeMetricFilters(
        Optional<String> logGroupName,
        Optional<String> filterNamePrefix,
        Optional<String> nextToken,
        Optional<Integer> limit,
        Optional<String> metricName,
        Optional<String> metricNamespace)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;

    /// @param nextToken where to go on, if there are more
    public record Response(List<MetricFilter> metricFilters, Optional<String> nextToken) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:DescribeMetricFilters",
                        LogArns.group(logGroupName.orElse(""), call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        if (metricName.isPresent() != metricNamespace.isPresent()) {
            throw LogsErrors.invalidParameter(
                    "metricName and metricNamespace must be given together.");
        }
        var of =
                logGroupName
                        .map(name -> List.of(groups.named(name, call)))
                        .orElseGet(() -> groups.all(call));
        var found =
                of.stream()
                        .flatMap(group -> groups.filters(group, call).metrics().stream())
                        .filter(this::isWanted)
                        .toList();
        var page =
                Pages.of(
                        found,
                        filter -> filter.logGroupName() + " " + filter.filterName(),
                        nextToken,
                        limit.orElse(PAGE));
        return new Response(page.entries(), page.next());
    }

    private boolean isWanted(MetricFilter filter) {
        return filterNamePrefix.map(filter.filterName()::startsWith).orElse(true)
                && metricName
                        .map(name ->
                                filter.metricTransformations().stream()
                                        .anyMatch(each ->
                                                each.metricName().equals(name)
                                                        && metricNamespace.equals(
                                                                Optional.of(
                                                                        each.metricNamespace()))))
                        .orElse(true);
    }
}
