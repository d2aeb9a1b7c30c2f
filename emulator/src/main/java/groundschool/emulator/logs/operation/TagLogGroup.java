package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Map;

/// Labels a log group: the older way.
///
/// Source:
/// [TagLogGroup](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagLogGroup.html)
public record TagLogGroup(String logGroupName, Map<String, String> tags)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                new Access(
                        "logs:TagLogGroup",
                        LogArns.group(logGroupName, call),
                        Tags.conditionKeys(tags)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        Tags.add(groups.named(logGroupName, call), tags, groups, call);
        return new Nothing();
    }
}
