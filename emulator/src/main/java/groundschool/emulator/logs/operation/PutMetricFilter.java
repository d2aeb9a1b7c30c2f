package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.MetricFilter;
import groundschool.emulator.logs.MetricFilter.MetricTransformation;
import groundschool.emulator.logs.pattern.FilterPattern;
import java.util.List;
import java.util.Optional;

/// Has events that a pattern means be counted as a metric from now on.
///
/// Source:
/// [PutMetricFilter](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html)
///
/// @param fieldSelectionCriteria is refused, as is the last: there is no centralization of logs
public record PutMetricFilter(
        String logGroupName,
        String filterName,
        String filterPattern,
        List<MetricTransformation> metricTransformations,
        Optional<Boolean> applyOnTransformedLogs,
        Optional<Object> fieldSelectionCriteria,
        Optional<Object> emitSystemFieldDimensions)
        implements LogsOperation, Operation<LogGroups> {

    private static final int MOST_DIMENSIONS = 3;

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:PutMetricFilter", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        if (applyOnTransformedLogs.orElse(false)
                || fieldSelectionCriteria.isPresent()
                || emitSystemFieldDimensions.isPresent()) {
            throw LogsErrors.notYet("metric filters on transformed or centralized logs");
        }
        FilterPattern.of(filterPattern);
        for (var transformation : metricTransformations) {
            var dimensions = transformation.dimensions().map(all -> all.size()).orElse(0);
            if (dimensions > MOST_DIMENSIONS) {
                throw LogsErrors.invalidParameter(
                        "The number of dimensions of a metric filter must not exceed 3.");
            }
            if (dimensions > 0 && transformation.defaultValue().isPresent()) {
                throw LogsErrors.invalidParameter(
                        "Invalid metric transformation: dimensions and default value are mutually exclusive properties.");
            }
        }
        var group = groups.named(logGroupName, call);
        groups.filters(group, call)
                .put(
                        new MetricFilter(
                                filterName,
                                filterPattern,
                                metricTransformations,
                                call.now().toEpochMilli(),
                                logGroupName,
                                false));
        return new Nothing();
    }
}
