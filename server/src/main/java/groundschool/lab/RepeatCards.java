package groundschool.lab;

import groundschool.learner.Learner;
import java.time.Instant;
import java.util.List;

/// Makes cards fall due now, because a check that is about what they ask has failed.
@FunctionalInterface
public interface RepeatCards {

    /// @param cards their ids
    void make(Learner learner, List<String> cards, Instant now);
}
