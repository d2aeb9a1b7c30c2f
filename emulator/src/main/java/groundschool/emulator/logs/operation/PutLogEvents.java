package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogStreams;
import groundschool.emulator.logs.LogsErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Writes events to a stream. Those that are too old or too new are left out, and the answer says
/// so.
///
/// Source:
/// [PutLogEvents](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html)
///
/// @param sequenceToken is passed over, as by AWS since 2023
/// @param entity is refused: events are not attributed to entities yet
public record PutLogEvents(
        String logGroupName,
        String logStreamName,
        List<InputLogEvent> logEvents,
        Optional<String> sequenceToken,
        Optional<Object> entity)
        implements LogsOperation, Operation<LogGroups> {

    private static final long BATCH_BYTES = 1_048_576;
    private static final int OVERHEAD_BYTES = 26;
    private static final Duration LONGEST_SPAN = Duration.ofHours(24);
    private static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration NEWEST = Duration.ofHours(2);

    public PutLogEvents {
        logEvents = List.copyOf(logEvents);
    }

    /// Events for a stream and nothing else.
    public static PutLogEvents of(String group, String stream, List<InputLogEvent> events) {
        return new PutLogEvents(group, stream, events, Optional.empty(), Optional.empty());
    }

    /// @param timestamp in milliseconds since 1970
    public record InputLogEvent(long timestamp, String message) {}

    /// @param nextSequenceToken means nothing any more
    public record Response(
            String nextSequenceToken, Optional<RejectedLogEventsInfo> rejectedLogEventsInfo) {}

    /// @param tooNewLogEventStartIndex the first that is too new
    /// @param tooOldLogEventEndIndex the first that is not too old
    /// @param expiredLogEventEndIndex the first that the group's retention keeps
    public record RejectedLogEventsInfo(
            Optional<Integer> tooNewLogEventStartIndex,
            Optional<Integer> tooOldLogEventEndIndex,
            Optional<Integer> expiredLogEventEndIndex) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to("logs:PutLogEvents", LogArns.stream(logGroupName, logStreamName, call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        entity.ifPresent(_ -> {
            throw LogsErrors.notYet("events that are attributed to an entity");
        });
        checkBatch();
        var group = groups.named(logGroupName, call);
        var streams = groups.streams(group, call);
        var stream = streams.named(logStreamName);
        var range = Range.of(logEvents, group, call);
        var taken =
                logEvents.subList(range.start(), range.end()).stream()
                        .map(event -> new LogStreams.Written(event.timestamp(), event.message()))
                        .toList();
        if (taken.isEmpty()) {
            return new Response(token(call.now().toEpochMilli(), stream.written()), range.info());
        }
        if (taken.getLast().timestamp() - taken.getFirst().timestamp() > LONGEST_SPAN.toMillis()) {
            throw LogsErrors.spanTooLong();
        }
        var last = streams.write(stream, taken);
        return new Response(token(call.now().toEpochMilli(), last.number() + 1), range.info());
    }

    private void checkBatch() {
        long bytes = 0;
        long before = Long.MIN_VALUE;
        for (var event : logEvents) {
            long size =
                    event.message().getBytes(StandardCharsets.UTF_8).length + (long) OVERHEAD_BYTES;
            if (size > BATCH_BYTES) {
                throw LogsErrors.eventTooLarge(size, BATCH_BYTES);
            }
            bytes += size;
            if (event.timestamp() < before) {
                throw LogsErrors.wrongOrder();
            }
            before = event.timestamp();
        }
        if (bytes > BATCH_BYTES) {
            throw LogsErrors.batchTooLarge(bytes, BATCH_BYTES);
        }
    }

    private static String token(long time, long number) {
        return "4964%013d%039d".formatted(time, number);
    }

    /// Which events are neither too old nor too new.
    ///
    /// @param end the first that is too new
    private record Range(int start, int end, Optional<RejectedLogEventsInfo> info) {

        static Range of(List<InputLogEvent> events, LogGroup group, Call call) {
            int tooOld = before(events, call.now().minus(OLDEST).toEpochMilli());
            int expired = before(events, group.horizon(call.now()));
            int tooNew = before(events, call.now().plus(NEWEST).toEpochMilli() + 1);
            var info =
                    new RejectedLogEventsInfo(
                            tooNew < events.size() ? Optional.of(tooNew) : Optional.empty(),
                            tooOld > 0 ? Optional.of(tooOld) : Optional.empty(),
                            expired > tooOld ? Optional.of(expired) : Optional.empty());
            int start = Math.max(tooOld, expired);
            boolean isWhole = start == 0 && tooNew == events.size();
            return new Range(
                    start, Math.max(start, tooNew), isWhole ? Optional.empty() : Optional.of(info));
        }

        private static int before(List<InputLogEvent> events, long time) {
            int count = 0;
            while (count < events.size() && events.get(count).timestamp() < time) {
                count++;
            }
            return count;
        }
    }
}
