package groundschool.lab;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import java.time.Instant;
import java.util.Map;

/// Where a run can go back to.
///
/// @param callsAfter which calls counted for ledger checks then
/// @param files the learner's, then
public record Bookmark(
        Checkpoint checkpoint, long callsAfter, Map<String, String> files, Instant at) {

    public Bookmark {
        files = Map.copyOf(files);
    }
}
