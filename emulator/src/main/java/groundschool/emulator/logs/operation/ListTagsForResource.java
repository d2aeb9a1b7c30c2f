package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Lists the labels of a log group.
///
/// Source:
/// [ListTagsForResource](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsForResource.html)
public record ListTagsForResource(String resourceArn)
        implements LogsOperation, Operation<LogGroups> {

    /// @param tags by key; empty if there are none
    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:ListTagsForResource", resourceArn));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        return new Response(Tags.group(resourceArn, groups, call).tags());
    }
}
