package groundschool.emulator.logs.tail;

import groundschool.emulator.logs.pattern.FilterPattern;
import java.util.List;

/// What a session of Live Tail is about.
///
/// @param groups by name
/// @param streams by name; with the prefixes empty, all
public record TailFilter(
        String region,
        List<String> groups,
        List<String> streams,
        List<String> prefixes,
        FilterPattern pattern) {

    public TailFilter {
        groups = List.copyOf(groups);
        streams = List.copyOf(streams);
        prefixes = List.copyOf(prefixes);
    }

    boolean isAbout(Ingestion ingestion) {
        return region.equals(ingestion.region())
                && groups.contains(ingestion.group())
                && (streams.isEmpty() || streams.contains(ingestion.stream()))
                && (prefixes.isEmpty()
                        || prefixes.stream().anyMatch(ingestion.stream()::startsWith));
    }
}
