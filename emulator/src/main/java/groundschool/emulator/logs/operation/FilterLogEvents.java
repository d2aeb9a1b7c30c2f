package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.EventSearch;
import groundschool.emulator.logs.EventSearch.Found;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogStream;
import groundschool.emulator.logs.LogStreams;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.pattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the events of a group that a pattern means, in the order of their times.
///
/// A page may be empty and yet lead on: a call looks at 100,000 events at most.
///
/// Source:
/// [FilterLogEvents](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html)
///
/// @param startTime events from then on
/// @param endTime events up to then
/// @param interleaved is passed over, as by AWS: events of different streams always are
/// @param unmask changes nothing: there is no data protection that masks
public record FilterLogEvents(
        Optional<String> logGroupName,
        Optional<String> logGroupIdentifier,
        Optional<List<String>> logStreamNames,
        Optional<String> logStreamNamePrefix,
        Optional<Long> startTime,
        Optional<Long> endTime,
        Optional<String> filterPattern,
        Optional<String> nextToken,
        Optional<Integer> limit,
        Optional<Boolean> startFromHead,
        Optional<Boolean> interleaved,
        Optional<Boolean> unmask)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 10_000;
    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int MOST_LOOKED_AT = 100_000;

    /// @param searchedLogStreams empty, as on AWS since 2020
    /// @param nextToken where to go on, if there may be more
    public record Response(
            List<Event> events, List<Object> searchedLogStreams, Optional<String> nextToken) {}

    /// An event that was found.
    public record Event(
            String logStreamName,
            long timestamp,
            String message,
            long ingestionTime,
            String eventId) {
        private Event(Found found) {
            this(
                    found.stream(),
                    found.event().timestamp(),
                    found.event().message(),
                    found.event().ingestedAt(),
                    found.event().at().id());
        }
    }

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:FilterLogEvents",
                        LogArns.group(
                                GroupParameter.named(logGroupName, logGroupIdentifier), call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        if (logStreamNames.isPresent() && logStreamNamePrefix.isPresent()) {
            throw LogsErrors.invalidParameter(
                    "logStreamNamePrefix and logStreamNames are mutually exclusive parameters.");
        }
        var pattern = FilterPattern.of(filterPattern.orElse(""));
        var start = nextToken.map(FilterLogEvents::start);
        var group = groups.named(GroupParameter.one(logGroupName, logGroupIdentifier), call);
        var streams = groups.streams(group, call);
        boolean forward = start.map(Start::forward).orElse(startFromHead.orElse(true));
        return page(search(streams, wanted(streams), start, forward), pattern, forward);
    }

    private Response page(EventSearch search, FilterPattern pattern, boolean forward) {
        var found = new ArrayList<Event>();
        int most = limit.orElse(PAGE);
        int lookedAt = 0;
        long bytes = 0;
        var last = Optional.<Position>empty();
        while (search.hasNext()
                && found.size() < most
                && bytes < PAGE_BYTES
                && lookedAt < MOST_LOOKED_AT) {
            var next = search.next();
            lookedAt++;
            last = Optional.of(next.event().at());
            if (pattern.matches(next.event().message())) {
                found.add(new Event(next));
                bytes += next.event().message().length();
            }
        }
        return new Response(
                found,
                List.of(),
                search.hasNext()
                        ? last.map(at -> Pages.token((forward ? "f/" : "b/") + at.id()))
                        : Optional.empty());
    }

    private List<LogStream> wanted(LogStreams streams) {
        return logStreamNames
                .map(names -> names.stream().distinct().map(streams::named).toList())
                .orElseGet(() ->
                        streams.all().stream()
                                .filter(stream ->
                                        logStreamNamePrefix
                                                .map(stream.name()::startsWith)
                                                .orElse(true))
                                .toList());
    }

    private EventSearch search(
            LogStreams streams, List<LogStream> wanted, Optional<Start> start, boolean forward) {
        var first = new Position(startTime.orElse(0L), 0, 0);
        long end = endTime.orElse(Long.MAX_VALUE - 1);
        var last = new Position(Math.min(end, Long.MAX_VALUE - 1) + 1, 0, 0);
        return forward
                ? EventSearch.ascending(
                        streams, wanted, start.map(each -> each.at().next()).orElse(first), last)
                : EventSearch.descending(streams, wanted, first, start.map(Start::at).orElse(last));
    }

    /// Where a page begins.
    private record Start(boolean forward, Position at) {}

    private static Start start(String token) {
        var text = Pages.text(token);
        if (!text.matches("[fb]/\\d{56}")) {
            throw LogsErrors.invalidToken();
        }
        try {
            return new Start(text.startsWith("f"), Position.ofId(text.substring(2)));
        } catch (ArithmeticException _) {
            throw LogsErrors.invalidToken();
        }
    }
}
