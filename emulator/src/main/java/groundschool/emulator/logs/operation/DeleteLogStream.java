package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;

/// Deletes a stream with all its events.
///
/// Source:
/// [DeleteLogStream](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html)
public record DeleteLogStream(String logGroupName, String logStreamName)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:DeleteLogStream", LogArns.stream(logGroupName, logStreamName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        var group = groups.named(logGroupName, call);
        var streams = groups.streams(group, call);
        var stream = streams.named(logStreamName);
        if (group.isProtected()) {
            throw LogsErrors.isProtected();
        }
        streams.delete(stream);
        return new Nothing();
    }
}
