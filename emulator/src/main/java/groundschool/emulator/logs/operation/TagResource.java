package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Labels a log group.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html)
public record TagResource(String resourceArn, Map<String, String> tags)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(new Access("logs:TagResource", resourceArn, Tags.conditionKeys(tags)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        Tags.add(Tags.group(resourceArn, groups, call), tags, groups, call);
        return new Nothing();
    }
}
