package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.EventSearch;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.insights.EventFields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Tells which fields are found in the events of a group, and in how many of a hundred.
///
/// Source:
/// [GetLogGroupFields](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogGroupFields.html)
///
/// @param time the middle of a quarter of an hour, in seconds or milliseconds; the last one if it
///   is not given
public record GetLogGroupFields(
        Optional<String> logGroupName, Optional<Long> time, Optional<String> logGroupIdentifier)
        implements LogsOperation, Operation<LogGroups> {

    private static final Duration AROUND = Duration.ofMinutes(8);
    private static final long LATEST_SECOND = 99_999_999_999L;
    private static final int MOST_EVENTS = 10_000;

    /// By name.
    public record Response(List<LogGroupField> logGroupFields) {}

    /// @param percent of the events
    public record LogGroupField(String name, int percent) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to(
                        "logs:GetLogGroupFields",
                        LogArns.group(
                                GroupParameter.named(logGroupName, logGroupIdentifier), call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var group = groups.named(GroupParameter.one(logGroupName, logGroupIdentifier), call);
        var streams = groups.streams(group, call);
        long now = call.now().toEpochMilli();
        long middle =
                time.map(at -> at > LATEST_SECOND ? at : at * 1000).orElse(now - AROUND.toMillis());
        var search =
                EventSearch.descending(
                        streams,
                        streams.all(),
                        new Position(Math.max(0, middle - AROUND.toMillis()), 0, 0),
                        new Position(middle + AROUND.toMillis() + 1, 0, 0));
        var counts = new TreeMap<String, Integer>();
        int events = 0;
        while (search.hasNext() && events < MOST_EVENTS) {
            events++;
            EventFields.of(search.next(), group.name(), call.account(), "")
                    .values()
                    .keySet()
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.remove("@ptr");
        int all = events;
        return new Response(
                counts.entrySet().stream()
                        .map(each -> new LogGroupField(each.getKey(), each.getValue() * 100 / all))
                        .toList());
    }
}
