package groundschool.proof;

import groundschool.content.Problem;
import groundschool.lab.check.Calls;
import groundschool.lab.check.Evidence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the run of a proof came to.
public sealed interface ProofRun {

    /// Its calls were made.
    ///
    /// @param setup in order, up to the first that was refused
    /// @param options by the option's id; empty if the set-up failed
    /// @param problems where it gave something else than its author says; empty if it holds
    record Made(List<Step> setup, SequencedMap<String, Step> options, List<Problem> problems)
            implements ProofRun {

        public Made {
            setup = List.copyOf(setup);
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
            problems = List.copyOf(problems);
        }
    }

    /// It cannot be run.
    ///
    /// @param problems why: what the author wrote wrong, or what the emulator has not
    record Impossible(List<Problem> problems) implements ProofRun {

        public Impossible {
            problems = List.copyOf(problems);
        }
    }

    /// A call that was made.
    ///
    /// @param differs where that is not what was expected
    record Step(Calls call, Calls.Outcome outcome, Optional<Evidence> differs) {}

    /// What is wrong; empty if the proof holds.
    List<Problem> problems();

    /// Whether each option gave what its author says.
    default boolean holds() {
        return problems().isEmpty();
    }
}
