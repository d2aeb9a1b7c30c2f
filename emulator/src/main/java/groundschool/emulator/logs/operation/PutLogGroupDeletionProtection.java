package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;

/// Has a group, and its streams, not be deleted, or be again.
///
/// Source:
/// [PutLogGroupDeletionProtection](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html)
public record PutLogGroupDeletionProtection(
        String logGroupIdentifier, boolean deletionProtectionEnabled)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:PutLogGroupDeletionProtection",
                        LogArns.group(logGroupIdentifier, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        groups.protect(groups.named(logGroupIdentifier, call), deletionProtectionEnabled, call);
        return new Nothing();
    }
}
