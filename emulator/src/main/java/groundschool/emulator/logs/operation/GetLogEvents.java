package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.EventPage;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogEvent;
import groundschool.emulator.logs.LogGroups;
import java.util.List;
import java.util.Optional;

/// Reads the events of one stream: the latest page unless asked to begin at the head.
///
/// Source:
/// [GetLogEvents](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html)
///
/// @param startTime events from then on
/// @param endTime events before that
/// @param unmask changes nothing: there is no data protection that masks
public record GetLogEvents(
        Optional<String> logGroupName,
        Optional<String> logGroupIdentifier,
        String logStreamName,
        Optional<Long> startTime,
        Optional<Long> endTime,
        Optional<String> nextToken,
        Optional<Integer> limit,
        Optional<Boolean> startFromHead,
        Optional<Boolean> unmask)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 10_000;

    /// @param nextForwardToken leads to later events
    /// @param nextBackwardToken leads to earlier events
    public record Response(List<Event> events, String nextForwardToken, String nextBackwardToken) {}

    /// An event.
    public record Event(long timestamp, String message, long ingestionTime) {
        private Event(LogEvent event) {
            this(event.timestamp(), event.message(), event.ingestedAt());
        }
    }

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:GetLogEvents",
                        LogArns.stream(
                                GroupParameter.named(logGroupName, logGroupIdentifier),
                                logStreamName,
                                call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var group = groups.named(GroupParameter.one(logGroupName, logGroupIdentifier), call);
        var streams = groups.streams(group, call);
        var stream = streams.named(logStreamName);
        long from = startTime.orElse(0L);
        long to = endTime.orElse(Long.MAX_VALUE);
        int most = limit.orElse(PAGE);
        var page =
                nextToken
                        .map(token -> EventPage.at(token, streams, stream, from, to, most))
                        .orElseGet(() ->
                                EventPage.first(
                                        streams,
                                        stream,
                                        from,
                                        to,
                                        most,
                                        startFromHead.orElse(false)));
        return new Response(
                page.events().stream().map(Event::new).toList(), page.forward(), page.backward());
    }
}
