package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Optional;

/// Has a group keep its events for so many days; what is older is gone at once.
///
/// Source:
/// [PutRetentionPolicy](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html)
public record PutRetentionPolicy(String logGroupName, int retentionInDays)
        implements LogsOperation, Operation<LogGroups> {

    private static final List<Integer> ALLOWED =
            List.of(
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,
                    2557, 2922, 3288, 3653);

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:PutRetentionPolicy", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        if (!ALLOWED.contains(retentionInDays)) {
            throw LogsErrors.invalidRetention(retentionInDays, ALLOWED);
        }
        groups.retain(groups.named(logGroupName, call), Optional.of(retentionInDays), call);
        return new Nothing();
    }
}
