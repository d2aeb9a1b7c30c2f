package groundschool.emulator.logs;

import groundschool.emulator.Call;
import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.LogEvent.Stored;
import groundschool.emulator.logs.tail.Ingestion;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The streams of one group and the events in them.
///
/// Events that are older than the group's retention are gone for whoever looks, on the sandbox's
/// clock; on AWS deleting them may take three days more.
public final class LogStreams {

    /// So that what is written takes the place of more than one event at a time.
    private static final long ROOM_BYTES = LogGroups.KEPT_BYTES / 16;

    private final LogGroup group;
    private final LogGroups groups;
    private final Storage storage;
    private final Call call;
    private final StoredMap<LogStream> streams;

    LogStreams(LogGroup group, LogGroups groups, Storage storage, Call call) {
        this.group = group;
        this.groups = groups;
        this.storage = storage;
        this.call = call;
        this.streams =
                storage.map(
                        "logs/" + call.region() + "/streams/" + group.id(),
                        new JsonFormat<>(LogStream.class));
    }

    /// An event that is to be written.
    public record Written(long timestamp, String message) {}

    /// The group that they are in.
    public LogGroup group() {
        return group;
    }

    public Optional<LogStream> find(String name) {
        return streams.get(Key.of(name)).map(this::withoutExpired);
    }

    /// The stream of that name.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public LogStream named(String name) {
        return find(name).orElseThrow(LogsErrors::streamNotFound);
    }

    /// All streams, by name.
    public List<LogStream> all() {
        return streams.ascending().map(Map.Entry::getValue).map(this::withoutExpired).toList();
    }

    /// What the group has stored.
    public long storedBytes() {
        return all().stream().mapToLong(LogStream::storedBytes).sum();
    }

    /// Adds a stream.
    ///
    /// @throws groundschool.emulator.AwsException if there is one of that name
    public void create(String name) {
        if (streams.get(Key.of(name)).isPresent()) {
            throw LogsErrors.streamExists();
        }
        put(LogStream.fresh(name, groups.nextId(), call.now().toEpochMilli()));
    }

    /// Deletes a stream with its events.
    public void delete(LogStream stream) {
        groups.addBytes(-stream.storedBytes());
        storage.drop(EventMap.name(call.region(), stream.id()));
        streams.remove(Key.of(stream.name()));
    }

    /// Writes events, of which there is one at least.
    ///
    /// @param written in the order of their times
    /// @return where the last of them lies
    public Position write(LogStream stream, List<Written> written) {
        long now = call.now().toEpochMilli();
        var map = events(stream);
        long number = stream.written();
        long bytes = 0;
        for (var event : written) {
            map.put(
                    new Position(event.timestamp(), stream.id(), number++),
                    new Stored(now, event.message()));
            bytes += EventMap.bytes(event.message());
        }
        long last = written.getLast().timestamp();
        put(stream.grown(written.getFirst().timestamp(), last, now, written.size(), bytes));
        groups.addBytes(bytes);
        makeRoom(stream.name());
        groups.filters(group, call).apply(stream.name(), written, stream);
        if (!groups.tails().isEmpty()) {
            var told =
                    new Ingestion(
                            call.account(),
                            call.region(),
                            group.name(),
                            stream.name(),
                            now,
                            written);
            storage.afterThisCommit(() -> groups.tails().tell(told));
        }
        return new Position(last, stream.id(), number - 1);
    }

    /// The events of a stream.
    EventMap events(LogStream stream) {
        return new EventMap(call.region(), stream.id(), storage);
    }

    private LogStream withoutExpired(LogStream stream) {
        long horizon = group.horizon(call.now());
        if (stream.firstEvent().orElse(Long.MAX_VALUE) >= horizon || !storage.isInTransition()) {
            return stream;
        }
        return kept(stream, events(stream).trim(stream, (time, _) -> time < horizon));
    }

    private LogStream kept(LogStream before, LogStream after) {
        groups.addBytes(after.storedBytes() - before.storedBytes());
        put(after);
        return after;
    }

    /// Removes the oldest events of the group if the sandbox keeps too many: whole streams first.
    private void makeRoom(String writing) {
        if (groups.storedBytes() <= LogGroups.KEPT_BYTES) {
            return;
        }
        long limit = LogGroups.KEPT_BYTES - ROOM_BYTES;
        var oldest =
                all().stream()
                        .filter(stream -> !stream.name().equals(writing))
                        .filter(stream -> stream.storedBytes() > 0)
                        .sorted(Comparator.comparingLong(stream -> stream.lastEvent().orElse(0)))
                        .iterator();
        while (groups.storedBytes() > limit && oldest.hasNext()) {
            var stream = oldest.next();
            kept(stream, events(stream).trim(stream, (_, _) -> true));
        }
        long over = groups.storedBytes() - limit;
        if (over > 0) {
            var stream = named(writing);
            kept(stream, events(stream).trim(stream, (_, gone) -> gone < over));
        }
    }

    private void put(LogStream stream) {
        streams.put(Key.of(stream.name()), stream);
    }
}
