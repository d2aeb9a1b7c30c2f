package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Lists the labels of a log group: the older way.
///
/// Source:
/// [ListTagsLogGroup](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsLogGroup.html)
public record ListTagsLogGroup(String logGroupName) implements LogsOperation, Operation<LogGroups> {

    /// @param tags by key; empty if there are none
    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:ListTagsLogGroup", LogArns.group(logGroupName, call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        return new Response(groups.named(logGroupName, call).tags());
    }
}
