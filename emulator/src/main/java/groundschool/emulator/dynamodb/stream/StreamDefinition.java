package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is set about a stream, as it is stored.
///
/// @param label when it was created, which tells it from other streams of its table
/// @param disabledAt after which it has no more records; they can be read for another day
public record StreamDefinition(
        String tableName,
        String label,
        StreamViewType viewType,
        Instant createdAt,
        Optional<Instant> disabledAt,
        List<KeySchemaElement> keySchema) {

    /// How long a record can be read.
    static final Duration RETENTION = Duration.ofHours(24);

    public StreamDefinition {
        keySchema = List.copyOf(keySchema);
    }

    StreamDefinition disabled(Instant now) {
        return new StreamDefinition(
                tableName, label, viewType, createdAt, Optional.of(now), keySchema);
    }

    boolean isGone(Instant now) {
        return disabledAt.filter(time -> !now.isBefore(time.plus(RETENTION))).isPresent();
    }

    /// Behind the ARN of the account's Region.
    String resource() {
        return "table/" + tableName + "/stream/" + label;
    }
}
