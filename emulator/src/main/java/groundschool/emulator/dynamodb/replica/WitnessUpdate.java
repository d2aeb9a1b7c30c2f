package groundschool.emulator.dynamodb.replica;

import java.util.Optional;

/// Adds a witness to a strongly consistent global table that is being made, or deletes it with its
/// replicas: a Region that keeps the changes and has no table.
///
/// Source:
/// [GlobalTableWitnessGroupUpdate](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GlobalTableWitnessGroupUpdate.html)
public record WitnessUpdate(Optional<Witness> create, Optional<Witness> delete) {

    /// Where it is.
    public record Witness(String regionName) {}
}
