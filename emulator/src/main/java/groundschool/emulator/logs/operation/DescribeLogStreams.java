package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogStream;
import groundschool.emulator.logs.LogsErrors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Describes the streams of a log group, by name or by their last events, 50 at a time.
///
/// Source:
/// [DescribeLogStreams](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html)
public record DescribeLogStreams(
        Optional<String> logGroupName,
        Optional<String> logGroupIdentifier,
        Optional<String> logStreamNamePrefix,
        Optional<String> orderBy,
        Optional<Boolean> descending,
        Optional<String> nextToken,
        Optional<Integer> limit)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;
    private static final Comparator<LogStream> BY_LAST_EVENT =
            Comparator.comparingLong(
                            (LogStream stream) -> stream.lastEvent().orElse(stream.createdAt()))
                    .thenComparing(LogStream::name);

    /// @param nextToken where to go on, if there are more
    public record Response(List<Description> logStreams, Optional<String> nextToken) {}

    /// @param storedBytes always 0, as on AWS since 2019
    public record Description(
            String logStreamName,
            long creationTime,
            OptionalLong firstEventTimestamp,
            OptionalLong lastEventTimestamp,
            OptionalLong lastIngestionTime,
            String arn,
            long storedBytes) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:DescribeLogStreams",
                        LogArns.group(
                                GroupParameter.named(logGroupName, logGroupIdentifier), call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var group = groups.named(GroupParameter.one(logGroupName, logGroupIdentifier), call);
        boolean byTime = orderBy.equals(Optional.of("LastEventTime"));
        if (byTime && logStreamNamePrefix.isPresent()) {
            throw LogsErrors.invalidParameter(
                    "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        var order = byTime ? BY_LAST_EVENT : Comparator.comparing(LogStream::name);
        var wanted =
                groups.streams(group, call).all().stream()
                        .filter(stream ->
                                logStreamNamePrefix.map(stream.name()::startsWith).orElse(true))
                        .sorted(descending.orElse(false) ? order.reversed() : order)
                        .toList();
        var page = Pages.of(wanted, LogStream::name, nextToken, limit.orElse(PAGE));
        return new Response(
                page.entries().stream().map(stream -> describe(stream, group, call)).toList(),
                page.next());
    }

    private static Description describe(LogStream stream, LogGroup group, Call call) {
        return new Description(
                stream.name(),
                stream.createdAt(),
                stream.firstEvent(),
                stream.lastEvent(),
                stream.lastIngestion(),
                group.arn(call) + ":log-stream:" + stream.name(),
                0);
    }
}
