package groundschool.emulator.logs.tail;

import groundschool.emulator.logs.LogStreams;
import java.util.List;

/// Events that were written to one stream at once.
///
/// @param ingestedAt in milliseconds since 1970
public record Ingestion(
        String account,
        String region,
        String group,
        String stream,
        long ingestedAt,
        List<LogStreams.Written> events) {

    public Ingestion {
        events = List.copyOf(events);
    }
}
