package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.Create;
import groundschool.emulator.dynamodb.replica.ReplicationGroupUpdate.Delete;
import groundschool.emulator.dynamodb.replica.WitnessUpdate.Witness;
import java.util.List;
import java.util.Optional;

/// What a request wants done to the replicas of a table.
///
/// @param updates the same one may stand there twice
/// @param consistency of the global table that is made
public record ReplicaRequest(
        List<ReplicationGroupUpdate> updates,
        Optional<MultiRegionConsistency> consistency,
        List<WitnessUpdate> witnesses) {

    public ReplicaRequest {
        updates = updates.stream().distinct().toList();
        witnesses = List.copyOf(witnesses);
    }

    /// The refusal of a request that wants something else changed as well.
    public static AwsException othersBeside() {
        return ReplicaErrors.othersBeside();
    }

    boolean isStrong() {
        return consistency.equals(Optional.of(MultiRegionConsistency.STRONG));
    }

    /// The Regions that get a replica.
    List<String> added() {
        return updates.stream()
                .flatMap(update -> update.create().stream())
                .map(Create::regionName)
                .distinct()
                .toList();
    }

    /// The Regions whose replica goes.
    List<String> deleted() {
        return updates.stream()
                .flatMap(update -> update.delete().stream())
                .map(Delete::regionName)
                .distinct()
                .toList();
    }

    List<String> witnessesAdded() {
        return witnesses.stream()
                .flatMap(update -> update.create().stream())
                .map(Witness::regionName)
                .toList();
    }

    List<String> witnessesDeleted() {
        return witnesses.stream()
                .flatMap(update -> update.delete().stream())
                .map(Witness::regionName)
                .toList();
    }
}
