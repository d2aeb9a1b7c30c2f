package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Takes labels off a log group: the older way.
///
/// Source:
/// [UntagLogGroup](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagLogGroup.html)
public record UntagLogGroup(String logGroupName, List<String> tags)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                new Access(
                        "logs:UntagLogGroup",
                        LogArns.group(logGroupName, call),
                        Map.of("aws:TagKeys", tags)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        Tags.remove(groups.named(logGroupName, call), tags, groups, call);
        return new Nothing();
    }
}
