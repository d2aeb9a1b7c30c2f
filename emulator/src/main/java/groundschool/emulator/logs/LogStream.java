package groundschool.emulator.logs;

import java.util.OptionalLong;

/// What is known of a log stream.
///
/// @param id unique in its sandbox, also among streams that are gone
/// @param firstEvent the earliest time of an event; absent if there was none yet
/// @param lastEvent the latest time of an event
/// @param written how many events were ever written to it
/// @param storedBytes of those that are kept, with 26 for each, as PutLogEvents counts
public record LogStream(
        String name,
        long id,
        long createdAt,
        OptionalLong firstEvent,
        OptionalLong lastEvent,
        OptionalLong lastIngestion,
        long written,
        long storedBytes) {

    static LogStream fresh(String name, long id, long now) {
        return new LogStream(
                name,
                id,
                now,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                0);
    }

    /// The same after some more events.
    LogStream grown(long first, long last, long now, int events, long bytes) {
        return new LogStream(
                name,
                id,
                createdAt,
                OptionalLong.of(Math.min(first, firstEvent.orElse(first))),
                OptionalLong.of(Math.max(last, lastEvent.orElse(last))),
                OptionalLong.of(now),
                written + events,
                storedBytes + bytes);
    }

    /// The same after some events are gone.
    ///
    /// @param first the earliest that is left
    LogStream shrunk(OptionalLong first, long bytes) {
        return new LogStream(
                name,
                id,
                createdAt,
                first,
                first.isEmpty() ? OptionalLong.empty() : lastEvent,
                lastIngestion,
                written,
                Math.max(0, storedBytes - bytes));
    }
}
