package groundschool.lesson;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.station.Belongings;
import java.time.Instant;
import java.util.Optional;

/// A learner's sandbox for the commands of a lesson, and where it stands.
///
/// @param accessKeyId of the sandbox's administrator, the learner
/// @param start where starting over goes back to
/// @param round which outputs belong to what is in the sandbox now
/// @param undo what was there before the learner started over, or took that back
public record LessonRun(
        long id,
        long learnerId,
        String lessonId,
        String accessKeyId,
        Checkpoint start,
        int round,
        Belongings belongings,
        Optional<Place> undo) {

    /// Where a run can go back to.
    public record Place(Checkpoint checkpoint, int round, Belongings belongings, Instant at) {}
}
