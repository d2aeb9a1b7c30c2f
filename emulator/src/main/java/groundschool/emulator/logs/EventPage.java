package groundschool.emulator.logs;

import groundschool.emulator.logs.LogEvent.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of one stream's events, and the tokens that lead on in either direction: each says after,
/// or before, which event it goes on. At an end, the token that led there comes back.
///
/// Source:
/// [GetLogEvents](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html)
///
/// @param events in the order of their times
public record EventPage(List<LogEvent> events, String forward, String backward) {

    private static final int PAGE_BYTES = 1024 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[fb]/\\d{56}/s");

    /// The page to which a token leads.
    ///
    /// @param from,to the times that are asked for, the second no longer
    /// @throws groundschool.emulator.AwsException if it is no token
    public static EventPage at(
            String token, LogStreams streams, LogStream stream, long from, long to, int limit) {
        if (!TOKEN.matcher(token).matches()) {
            throw LogsErrors.invalidToken();
        }
        Position place;
        try {
            place = Position.ofId(token.substring(2, 58));
        } catch (ArithmeticException _) {
            throw LogsErrors.invalidToken();
        }
        var first = start(stream, from);
        var last = start(stream, to);
        if (token.startsWith("f")) {
            var page =
                    page(streams.events(stream).ascending(max(first, place.next()), last), limit);
            return of(page, token, backward(place.next()));
        }
        var page = page(streams.events(stream).descending(first, min(last, place)), limit);
        Collections.reverse(page);
        return of(page, forward(before(place)), token);
    }

    /// The first page, or the last.
    public static EventPage first(
            LogStreams streams,
            LogStream stream,
            long from,
            long to,
            int limit,
            boolean startFromHead) {
        var first = start(stream, from);
        var last = start(stream, to);
        var events = streams.events(stream);
        var page =
                page(
                        startFromHead
                                ? events.ascending(first, last)
                                : events.descending(first, last),
                        limit);
        if (!startFromHead) {
            Collections.reverse(page);
        }
        return of(page, forward(before(first)), backward(first));
    }

    private static EventPage of(List<LogEvent> page, String forward, String backward) {
        return page.isEmpty()
                ? new EventPage(page, forward, backward)
                : new EventPage(page, forward(page.getLast().at()), backward(page.getFirst().at()));
    }

    private static List<LogEvent> page(Stream<LogEvent> events, int limit) {
        var page = new ArrayList<LogEvent>();
        long bytes = 0;
        for (var event : (Iterable<LogEvent>) events::iterator) {
            bytes += EventMap.bytes(event.message());
            if (page.size() == limit || (bytes > PAGE_BYTES && !page.isEmpty())) {
                break;
            }
            page.add(event);
        }
        return page;
    }

    private static Position start(LogStream stream, long time) {
        return new Position(time, stream.id(), 0);
    }

    /// The place just before, so that going forward from it begins here.
    private static Position before(Position place) {
        if (place.number() > 0) {
            return new Position(place.timestamp(), place.stream(), place.number() - 1);
        }
        return new Position(
                Math.max(0, place.timestamp() - 1), place.stream(), Long.MAX_VALUE >> 1);
    }

    private static Position max(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Position min(Position one, Position other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String forward(Position last) {
        return "f/" + last.id() + "/s";
    }

    private static String backward(Position first) {
        return "b/" + first.id() + "/s";
    }
}
