package groundschool.emulator.logs;

import groundschool.emulator.logs.LogEvent.Position;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/// The events of several streams as one sequence, by time.
public final class EventSearch implements Iterator<EventSearch.Found> {

    private final PriorityQueue<Source> sources;

    private EventSearch(Comparator<Position> order) {
        this.sources =
                new PriorityQueue<>(
                        (left, right) -> order.compare(left.next.at(), right.next.at()));
    }

    /// An event, and the name of the stream that it is in.
    public record Found(LogEvent event, String stream) {}

    /// Events from the one place to before the other, the earliest first.
    public static EventSearch ascending(
            LogStreams all, List<LogStream> streams, Position from, Position to) {
        var search = new EventSearch(Comparator.naturalOrder());
        for (var stream : streams) {
            search.add(
                    stream,
                    all.events(stream)
                            .ascending(from.in(stream.id()), to.in(stream.id()))
                            .iterator());
        }
        return search;
    }

    /// Events from the one place to before the other, the latest first.
    public static EventSearch descending(
            LogStreams all, List<LogStream> streams, Position from, Position to) {
        var search = new EventSearch(Comparator.reverseOrder());
        for (var stream : streams) {
            search.add(
                    stream,
                    all.events(stream)
                            .descending(from.in(stream.id()), to.in(stream.id()))
                            .iterator());
        }
        return search;
    }

    @Override
    public boolean hasNext() {
        return !sources.isEmpty();
    }

    @Override
    public Found next() {
        var source = sources.remove();
        var found = new Found(source.next, source.stream.name());
        add(source.stream, source.rest);
        return found;
    }

    private void add(LogStream stream, Iterator<LogEvent> events) {
        if (events.hasNext()) {
            sources.add(new Source(stream, events.next(), events));
        }
    }

    private record Source(LogStream stream, LogEvent next, Iterator<LogEvent> rest) {}
}
