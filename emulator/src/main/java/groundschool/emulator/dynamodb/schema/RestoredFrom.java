package groundschool.emulator.dynamodb.schema;

import java.time.Instant;
import java.util.Optional;

/// What a restored table was restored from.
///
/// @param backupArn present if it was a backup
/// @param tableArn the table that was restored
/// @param at the time that it was restored to
public record RestoredFrom(Optional<String> backupArn, String tableArn, Instant at) {}
