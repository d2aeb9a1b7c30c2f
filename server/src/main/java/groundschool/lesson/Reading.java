package groundschool.lesson;

import java.time.Instant;
import java.util.Optional;

/// How far a learner has come in a lesson.
///
/// @param position the part of the text that has been scrolled past, from 0 to 1
/// @param readAt when it was last read
/// @param doneAt when the learner marked it done; absent if they have not, or took it back
public record Reading(String lessonId, double position, Instant readAt, Optional<Instant> doneAt) {

    public Reading {
        if (!(0 <= position && position <= 1)) {
            throw new IllegalArgumentException("a position is from 0 to 1: " + position);
        }
    }

    /// Whether more than its first lines have been read.
    public boolean isBegun() {
        return position > 0.02;
    }

    public boolean isDone() {
        return doneAt.isPresent();
    }
}
