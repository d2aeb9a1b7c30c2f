package groundschool.emulator.logs;

import groundschool.emulator.Call;
import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.insights.EventFields;
import groundschool.emulator.logs.insights.InsightsQuery;
import groundschool.emulator.logs.insights.Row;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The queries of Logs Insights of one sandbox. They are kept for a week, as on AWS, and the last
/// 100 of a Region; what they find is found when somebody asks for it.
///
/// Unlike AWS, which looks for an hour, a query looks at 100,000 events at most; then its status is
/// `Timeout`.
public final class Queries {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_QUERIES = 100;
    private static final int MOST_EVENTS = 100_000;
    private static final long SECOND = 1_000;

    private final Storage storage;
    private final LogGroups groups;
    private final Call call;

    Queries(Storage storage, LogGroups groups, Call call) {
        this.storage = storage;
        this.groups = groups;
        this.call = call;
    }

    /// @param groupNames one at least
    /// @param start,end seconds since 1970, both included
    /// @param limit of the records
    /// @param createTime in milliseconds
    public record Query(
            String queryId,
            List<String> groupNames,
            String queryString,
            long start,
            long end,
            int limit,
            long createTime,
            boolean isCancelled) {

        public Query {
            groupNames = List.copyOf(groupNames);
        }

        public String status() {
            return isCancelled ? "Cancelled" : "Complete";
        }

        Query cancelled() {
            return new Query(queryId, groupNames, queryString, start, end, limit, createTime, true);
        }
    }

    /// What a query found.
    ///
    /// @param scanned how many events were looked at
    public record Found(
            String status, InsightsQuery.Results results, long scanned, long bytesScanned) {}

    public void put(Query query) {
        var queries = map();
        var over = new ArrayList<Key>();
        long oldest = call.now().minus(KEPT).toEpochMilli();
        queries.ascending()
                .filter(entry -> entry.getValue().createTime() < oldest)
                .forEach(entry -> over.add(entry.getKey()));
        if (queries.size() - over.size() >= MOST_QUERIES) {
            all().reversed().stream().limit(1).forEach(first -> over.add(Key.of(first.queryId())));
        }
        over.forEach(queries::remove);
        queries.put(Key.of(query.queryId()), query);
    }

    /// @throws groundschool.emulator.AwsException if there is none
    public Query named(String id) {
        return map().get(Key.of(id)).orElseThrow(() -> LogsErrors.noQuery(id));
    }

    /// The latest first.
    public List<Query> all() {
        return map().ascending()
                .map(Map.Entry::getValue)
                .sorted((one, other) -> Long.compare(other.createTime(), one.createTime()))
                .toList();
    }

    /// Ends a query that has just been started.
    ///
    /// @throws groundschool.emulator.AwsException if it is over
    public void stop(Query query) {
        if (query.isCancelled() || call.now().toEpochMilli() - query.createTime() >= SECOND) {
            throw LogsErrors.queryIsOver(query.queryId());
        }
        map().put(Key.of(query.queryId()), query.cancelled());
    }

    /// Does what a query asks for.
    public Found run(Query query) {
        var rows = new ArrayList<Row>();
        long bytes = 0;
        boolean isWhole = true;
        var to = new Position((query.end() + 1) * SECOND, 0, 0);
        for (var name : query.groupNames()) {
            var group = groups.find(name, call);
            if (group.isEmpty()) {
                continue;
            }
            var streams = groups.streams(group.get(), call);
            var search =
                    EventSearch.descending(
                            streams, streams.all(), new Position(query.start() * SECOND, 0, 0), to);
            while (search.hasNext() && rows.size() < MOST_EVENTS) {
                var found = search.next();
                bytes += EventMap.bytes(found.event().message());
                rows.add(
                        EventFields.of(
                                found, name, call.account(), Pointer.of(name, found).text()));
            }
            isWhole &= !search.hasNext();
        }
        if (query.groupNames().size() > 1) {
            rows.sort(Row.LATEST_FIRST);
        }
        var results = InsightsQuery.of(query.queryString()).run(rows, query.limit());
        return new Found(isWhole ? "Complete" : "Timeout", results, rows.size(), bytes);
    }

    /// The event to which a pointer leads, with all its fields.
    ///
    /// @throws groundschool.emulator.AwsException if it leads to none
    public Row record(Pointer pointer) {
        var group = groups.named(pointer.group(), call);
        var streams = groups.streams(group, call);
        var stream = streams.named(pointer.stream());
        var event =
                streams.events(stream).get(pointer.at()).orElseThrow(LogsErrors::resourceNotFound);
        return EventFields.of(
                new EventSearch.Found(event, stream.name()),
                group.name(),
                call.account(),
                pointer.text());
    }

    private StoredMap<Query> map() {
        return storage.map("logs/" + call.region() + "/queries", new JsonFormat<>(Query.class));
    }

    /// What leads from a record to its event.
    public record Pointer(String group, String stream, Position at) {

        static Pointer of(String group, EventSearch.Found found) {
            return new Pointer(group, found.stream(), found.event().at());
        }

        /// As queries show it.
        public String text() {
            return Base64.getEncoder()
                    .encodeToString(
                            (group + "\n" + stream + "\n" + at.id())
                                    .getBytes(StandardCharsets.UTF_8));
        }

        /// @return absent if the text is none
        public static Optional<Pointer> of(String text) {
            try {
                var parts =
                        new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8)
                                .split("\n", -1);
                return parts.length == 3 && parts[2].matches("\\d{56}")
                        ? Optional.of(new Pointer(parts[0], parts[1], Position.ofId(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException | ArithmeticException _) {
                return Optional.empty();
            }
        }
    }
}
