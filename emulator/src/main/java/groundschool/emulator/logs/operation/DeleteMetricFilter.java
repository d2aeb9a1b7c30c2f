package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;

/// Has events no longer be counted as a metric, which keeps its values.
///
/// Source:
/// [DeleteMetricFilter](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html)
public record DeleteMetricFilter(String logGroupName, String filterName)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DeleteMetricFilter", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        groups.filters(groups.named(logGroupName, call), call).deleteMetric(filterName);
        return new Nothing();
    }
}
