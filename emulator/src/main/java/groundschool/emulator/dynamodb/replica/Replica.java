package groundschool.emulator.dynamodb.replica;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A table that is part of a global table.
///
/// @param tableId tells the table from others that had its name in its Region
/// @param source the Region that it was added from; absent if the group began with it
public record Replica(String region, String tableId, Optional<String> source, Instant addedAt) {

    private static final Duration SOURCE_IS_KEPT = Duration.ofHours(24);

    /// Whether its source must stay for its sake.
    boolean holds(String other, Instant now) {
        return source.equals(Optional.of(other)) && now.isBefore(addedAt.plus(SOURCE_IS_KEPT));
    }
}
