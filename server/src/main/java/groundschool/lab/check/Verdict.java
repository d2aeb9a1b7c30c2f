package groundschool.lab.check;

import java.util.Optional;

/// What a check says about what was built.
public sealed interface Verdict {

    /// It is as it should be.
    record Passed() implements Verdict {}

    /// It is not as it should be, so far.
    ///
    /// @param why the reason for what is expected, in the author's words
    /// @param hint for those who ask for it
    record NotYet(Evidence evidence, String why, Optional<String> hint) implements Verdict {}

    /// We failed, not the learner.
    ///
    /// @param reason a sentence for the learner
    record CouldNotCheck(String reason) implements Verdict {}

    /// Whether its points are earned.
    default boolean passed() {
        return switch (this) {
            case Passed _ -> true;
            case NotYet _, CouldNotCheck _ -> false;
        };
    }
}
