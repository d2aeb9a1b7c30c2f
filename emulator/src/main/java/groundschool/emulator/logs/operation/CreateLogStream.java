package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import java.util.List;

/// Makes a stream in a log group.
///
/// Source:
/// [CreateLogStream](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html)
public record CreateLogStream(String logGroupName, String logStreamName)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:CreateLogStream", LogArns.stream(logGroupName, logStreamName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        groups.streams(groups.named(logGroupName, call), call).create(logStreamName);
        return new Nothing();
    }
}
