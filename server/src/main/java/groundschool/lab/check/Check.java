package groundschool.lab.check;

import java.util.Optional;

/// One thing that a lab looks at, for one run: its variables are filled in already.
public sealed interface Check
        permits Calls, ActsAs, Invokes, Requests, LedgerHas, Answers, After, Finds {

    /// Looks, and gives what differs from what is expected, or nothing.
    ///
    /// @throws RuntimeException if the looking itself fails, which is not the learner's fault
    Optional<Evidence> look(Scene scene);
}
