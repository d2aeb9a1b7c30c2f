package groundschool.proof;

import groundschool.content.Problem;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.lab.check.Calls;
import groundschool.lab.check.Evidence;
import groundschool.question.Proof;
import groundschool.station.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs proofs, in sandboxes in memory that nobody else sees. May be used by several threads.
///
/// Options are alternatives: each is tried in a fresh sandbox after the set-up, so that none sees
/// what another has done. The calls are those of the sandbox's administrator, so that refusals are
/// the ones that a learner would meet.
public final class ProofRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProofRunner.class);
    private static final String ACCOUNT = "111122223333";

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey administrator = emulator.sandboxes().create(ACCOUNT);
    private final Sandbox empty = emulator.sandboxes().open(administrator.sandbox());

    /// Runs a proof.
    public ProofRun run(Proof proof) {
        var calls = new ProofCalls(proof);
        var impossible = calls.problems(emulator);
        if (!impossible.isEmpty()) {
            return new ProofRun.Impossible(impossible);
        }
        try {
            return make(proof, calls);
        } catch (RuntimeException failure) {
            LOG.error("{}:{}: the proof failed", proof.file(), proof.line(), failure);
            return new ProofRun.Impossible(
                    List.of(
                            calls.problem(
                                    proof.line(),
                                    "the proof cannot be run, which is our mistake: please report "
                                            + failure)));
        }
    }

    private ProofRun make(Proof proof, ProofCalls calls) {
        var setup = inFreshSandbox(caller -> setUp(calls, caller));
        var problems = new ArrayList<Problem>();
        for (int place = 0; place < setup.size(); place++) {
            var line = proof.setup().get(place).line();
            setup.get(place)
                    .differs()
                    .map(evidence -> calls.problem(line, inWords("the set-up", evidence)))
                    .ifPresent(problems::add);
        }
        var options = new LinkedHashMap<String, ProofRun.Step>();
        if (problems.isEmpty()) {
            calls.options()
                    .forEach((id, call) ->
                            options.put(
                                    id,
                                    inFreshSandbox(caller -> {
                                        setUp(calls, caller);
                                        return step(call, caller);
                                    })));
        }
        for (Map.Entry<String, Proof.Call> option : proof.options().entrySet()) {
            Optional.ofNullable(options.get(option.getKey()))
                    .flatMap(ProofRun.Step::differs)
                    .map(evidence ->
                            calls.problem(
                                    option.getValue().line(),
                                    inWords("option " + option.getKey(), evidence)))
                    .ifPresent(problems::add);
        }
        return new ProofRun.Made(setup, options, problems);
    }

    /// Up to the first call that is refused.
    private List<ProofRun.Step> setUp(ProofCalls calls, Caller caller) {
        var steps = new ArrayList<ProofRun.Step>();
        for (var call : calls.setup()) {
            var step = step(call, caller);
            steps.add(step);
            if (step.differs().isPresent()) {
                break;
            }
        }
        return steps;
    }

    private ProofRun.Step step(Calls call, Caller caller) {
        var outcome = call.make(emulator, caller);
        return new ProofRun.Step(call, outcome, call.differs(outcome, caller.region()));
    }

    private static String inWords(String what, Evidence evidence) {
        return "the proof does not hold: %s gave %s where %s was expected (%s)"
                .formatted(what, evidence.foundThere(), evidence.expected(), evidence.lookedAt());
    }

    private interface Work<T> {
        T in(Caller caller);
    }

    /// A copy of one that stays empty. Its clock stands, so that nothing is done in the background
    /// whose time a slow machine would decide, such as the deletion of expired items.
    private <T> T inFreshSandbox(Work<T> work) {
        var sandbox = emulator.sandboxes().fork(empty);
        return work.in(new Caller(sandbox, administrator.principal(), Station.REGION));
    }

    @Override
    public void close() {
        emulator.close();
    }
}
