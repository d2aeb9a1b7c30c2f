package groundschool.lab.check;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What checks can look at.
///
/// @param inspector of the learner's sandbox, or of a fork of it
/// @param calls of the learner since the run began, oldest first
/// @param answers that the learner gave, by the check's id
public record Scene(
        Emulator emulator,
        Caller inspector,
        List<Ledger.Entry> calls,
        Map<String, String> answers) {

    public Scene {
        calls = List.copyOf(calls);
        answers = Map.copyOf(answers);
    }

    /// The answer to a check that asks, if one was given.
    Optional<String> answer(String checkId) {
        return Optional.ofNullable(answers.get(checkId));
    }

    /// The same with a copy of the sandbox, which a check may change and whose clock it may move.
    Scene fork() {
        var copy = emulator.sandboxes().fork(inspector.sandbox());
        return new Scene(emulator, Caller.inspector(copy, inspector.region()), calls, answers);
    }

    /// Looks at a fork in which functions may run, and ends them.
    Optional<Evidence> inFork(Function<Scene, Optional<Evidence>> look) {
        var fork = fork();
        try {
            return look.apply(fork);
        } finally {
            emulator.discard(fork.inspector.sandbox());
        }
    }
}
