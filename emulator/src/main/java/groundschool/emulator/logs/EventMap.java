package groundschool.emulator.logs;

import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.LogEvent.Stored;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// The events of one stream, in the order of their times.
final class EventMap {

    /// What PutLogEvents counts for an event besides its message.
    static final int OVERHEAD_BYTES = 26;

    private final long stream;
    private final StoredMap<Stored> events;

    EventMap(String region, long stream, Storage storage) {
        this.stream = stream;
        this.events = storage.map(name(region, stream), new LogEvent.StoredFormat());
    }

    static String name(String region, long stream) {
        return "logs/" + region + "/events/" + stream;
    }

    static long bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8).length + (long) OVERHEAD_BYTES;
    }

    void put(Position at, Stored event) {
        events.put(at.key(), event);
    }

    Optional<LogEvent> get(Position at) {
        return events.get(at.key()).map(event -> event(Map.entry(at.key(), event)));
    }

    /// Those from the one place to before the other, in order.
    Stream<LogEvent> ascending(Position from, Position to) {
        return events.ascending(Optional.of(from.key()), Optional.of(to.key())).map(this::event);
    }

    /// The same, the last first.
    Stream<LogEvent> descending(Position from, Position to) {
        return events.descending(Optional.of(from.key()), Optional.of(to.key())).map(this::event);
    }

    /// Removes events from the earliest on, as long as `isOver` says so of their time and of how
    /// many bytes are gone so far.
    ///
    /// @return what is left of the stream
    LogStream trim(LogStream before, BiPredicate<Long, Long> isOver) {
        var over = new ArrayList<Key>();
        long bytes = 0;
        for (var entry : (Iterable<Map.Entry<Key, Stored>>) events.ascending()::iterator) {
            if (!isOver.test(Position.of(entry.getKey(), stream).timestamp(), bytes)) {
                break;
            }
            over.add(entry.getKey());
            bytes += bytes(entry.getValue().message());
        }
        if (over.isEmpty()) {
            return before;
        }
        over.forEach(events::remove);
        var first =
                events.ascending()
                        .findFirst()
                        .map(entry ->
                                OptionalLong.of(Position.of(entry.getKey(), stream).timestamp()))
                        .orElse(OptionalLong.empty());
        return before.shrunk(first, bytes);
    }

    private LogEvent event(Map.Entry<Key, Stored> entry) {
        return new LogEvent(
                Position.of(entry.getKey(), stream),
                entry.getValue().ingestedAt(),
                entry.getValue().message());
    }
}
