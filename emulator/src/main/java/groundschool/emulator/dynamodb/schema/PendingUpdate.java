package groundschool.emulator.dynamodb.schema;

import java.time.Instant;
import java.util.Optional;

/// What an UpdateTable changes, while answers still show that it is under way.
///
/// @param until when it is done
/// @param throughputBefore shown until then, if it changes
/// @param kmsKeyBefore shown until then, if encryption changes
/// @param arriving the name of a global index that is being created
/// @param leaving a global index that is being deleted, whose entries are gone already
/// @param updating the name of a global index whose throughput changes
public record PendingUpdate(
        Instant until,
        Optional<ProvisionedThroughput> throughputBefore,
        Optional<String> kmsKeyBefore,
        Optional<String> arriving,
        Optional<GlobalSecondaryIndex> leaving,
        Optional<String> updating) {

    /// An update of settings that answers show at once.
    public static PendingUpdate until(Instant time) {
        return new PendingUpdate(
                time,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// What an index is doing.
    IndexStatus status(String index) {
        if (arriving.equals(Optional.of(index))) {
            return IndexStatus.CREATING;
        }
        return updating.equals(Optional.of(index)) ? IndexStatus.UPDATING : IndexStatus.ACTIVE;
    }
}
