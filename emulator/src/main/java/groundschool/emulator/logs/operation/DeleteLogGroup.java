package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;

/// Deletes a log group with all its streams, unless it is protected.
///
/// Source:
/// [DeleteLogGroup](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html)
public record DeleteLogGroup(String logGroupName) implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DeleteLogGroup", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        var group = groups.named(logGroupName, call);
        if (group.isProtected()) {
            throw LogsErrors.isProtected();
        }
        groups.delete(group, call);
        return new Nothing();
    }
}
