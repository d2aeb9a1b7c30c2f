package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Takes labels off a log group.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html)
public record UntagResource(String resourceArn, List<String> tagKeys)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                new Access("logs:UntagResource", resourceArn, Map.of("aws:TagKeys", tagKeys)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        Tags.remove(Tags.group(resourceArn, groups, call), tagKeys, groups, call);
        return new Nothing();
    }
}
