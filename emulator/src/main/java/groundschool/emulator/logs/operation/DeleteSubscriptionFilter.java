package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;

/// Has events no longer be sent somewhere else.
///
/// Source:
/// [DeleteSubscriptionFilter](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteSubscriptionFilter.html)
public record DeleteSubscriptionFilter(String logGroupName, String filterName)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to("logs:DeleteSubscriptionFilter", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        groups.filters(groups.named(logGroupName, call), call).deleteSubscription(filterName);
        return new Nothing();
    }
}
