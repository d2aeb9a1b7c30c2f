package groundschool.proof;

import groundschool.content.Problem;
import groundschool.emulator.Emulator;
import groundschool.lab.check.CallReader;
import groundschool.lab.check.Calls;
import groundschool.question.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The calls of a proof, understood as those of a lab's check are.
final class ProofCalls {

    private final Proof proof;
    private final List<Calls> setup = new ArrayList<>();
    private final SequencedMap<String, Calls> options = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ProofCalls(Proof proof) {
        this.proof = proof;
        for (var call : proof.setup()) {
            reader(call).flatMap(CallReader::bare).ifPresent(setup::add);
        }
        proof.options()
                .forEach((id, call) ->
                        reader(call)
                                .flatMap(CallReader::withExpectation)
                                .ifPresent(calls -> options.put(id, calls)));
    }

    List<Calls> setup() {
        return setup;
    }

    /// By the option's id.
    SequencedMap<String, Calls> options() {
        return options;
    }

    /// What the author wrote wrong, and which operations the emulator has not.
    List<Problem> problems(Emulator emulator) {
        var all = new ArrayList<>(problems);
        if (all.isEmpty()) {
            for (int place = 0; place < setup.size(); place++) {
                missing(setup.get(place), emulator, proof.setup().get(place)).ifPresent(all::add);
            }
            options.forEach((id, calls) ->
                    Optional.ofNullable(proof.options().get(id))
                            .flatMap(call -> missing(calls, emulator, call))
                            .ifPresent(all::add));
        }
        return all;
    }

    private Optional<Problem> missing(Calls calls, Emulator emulator, Proof.Call call) {
        return calls.missingIn(emulator)
                .map(words ->
                        problem(
                                call.line(),
                                "the proof cannot be run: it calls %s %s. %s"
                                        .formatted(calls.service(), calls.operation(), words)));
    }

    private Optional<CallReader> reader(Proof.Call call) {
        var strange =
                call.fields().keySet().stream()
                        .filter(key -> !CallReader.KEYS.contains(key))
                        .toList();
        strange.forEach(key ->
                problems.add(
                        problem(
                                call.line(),
                                "`%s:` does not belong to the call of a proof".formatted(key))));
        return strange.isEmpty()
                ? Optional.of(
                        new CallReader(
                                call.fields(),
                                (_, message) -> problems.add(problem(call.line(), message))))
                : Optional.empty();
    }

    Problem problem(int line, String message) {
        return new Problem(proof.file(), line, Problem.Severity.PROBLEM, message);
    }
}
