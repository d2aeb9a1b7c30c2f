package groundschool.lab;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A learner's work on a lab.
///
/// @param accessKeyId of the sandbox's administrator, the learner
/// @param variables what stands for `${name}` in this run
/// @param start where a reset goes back to
/// @param callsAfter ledger checks look at the calls after the one with this number
/// @param score the points of the checks that pass now
/// @param bestScore the most points that it ever had
/// @param finishedAt when all checks passed for the first time
public record LabRun(
        long id,
        long learnerId,
        String labId,
        String sandboxId,
        String accessKeyId,
        SequencedMap<String, String> variables,
        Instant startedAt,
        Checkpoint start,
        long callsAfter,
        int score,
        int bestScore,
        Optional<Instant> finishedAt) {

    public LabRun {
        variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
    }
}
