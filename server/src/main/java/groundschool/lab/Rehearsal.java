package groundschool.lab;

import groundschool.content.Lab;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.lab.check.Filling;
import groundschool.lab.check.Scene;
import groundschool.terminal.Options;
import groundschool.terminal.Result;
import groundschool.terminal.Terminal;
import groundschool.terminal.shell.Workspace;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// A lab that is done by scripts, in a sandbox in memory that nobody else sees: what proves a lab.
public final class Rehearsal implements AutoCloseable {

    private static final String ACCOUNT = "111122223333";

    private final Lab lab;
    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey key = emulator.sandboxes().create(ACCOUNT);
    private final Sandbox sandbox = emulator.sandboxes().open(key.sandbox());
    private final SequencedMap<String, String> variables;
    private final Terminal terminal;
    private final long callsAfter;

    /// A lab that goes on in the sandbox of others: their solutions have run when this returns.
    ///
    /// @param earlier from the first to the one that the lab continues
    /// @throws IllegalStateException if one of them fails
    public Rehearsal(List<Lab> earlier, Lab lab) {
        this.lab = lab;
        var random = new SecureRandom();
        SequencedMap<String, String> filled = new LinkedHashMap<>();
        var files = new LinkedHashMap<String, String>();
        for (var each : earlier) {
            filled = Filling.variables(each.variables(), filled, random);
            files.putAll(each.starter());
        }
        this.variables = Filling.variables(lab.variables(), filled, random);
        files.putAll(lab.starter());
        this.terminal =
                new Terminal(
                        emulator,
                        Caller.of(key, sandbox, Workbench.REGION, ""),
                        environment(),
                        new Workspace(files));
        for (var each : earlier) {
            var result = run(each.solution().text());
            if (result.exitCode() != 0) {
                throw new IllegalStateException(
                        "the solution of %s failed: %s".formatted(each.id(), result.error()));
            }
        }
        LabDesk.prepare(sandbox, lab);
        this.callsAfter = sandbox.ledger().lastNumber();
    }

    /// The emulator that it runs against.
    public Emulator emulator() {
        return emulator;
    }

    /// The key that signs its calls.
    public AccessKey key() {
        return key;
    }

    /// The variables that its scripts see.
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<>(Filling.environment(variables));
        environment.put("AWS_DEFAULT_REGION", Workbench.REGION);
        environment.put("AWS_ENDPOINT_URL", emulator.address().toString());
        return environment;
    }

    /// Runs a script as the learner, up to its first failure.
    public Result run(String script) {
        return terminal.run(script, Options.SCRIPT);
    }

    /// Runs the whole solution.
    public Result solve() {
        return run(lab.solution().text());
    }

    /// Asks all checks.
    public Grading grade() {
        return grade(name -> terminal.workspace().text(name).orElse(""));
    }

    /// Asks all checks, with the files of another workspace.
    ///
    /// @param files gives the text of a file, empty if it is not there
    public Grading grade(Function<String, String> files) {
        var answers = new HashMap<String, String>();
        lab.checks()
                .filter(check -> check.kind().equals("answer"))
                .forEach(check ->
                        answers.put(check.id(), files.apply(check.id() + Workbench.ANSWER)));
        var scene =
                new Scene(
                        emulator,
                        Caller.inspector(sandbox, Workbench.REGION),
                        sandbox.ledger().since(callsAfter),
                        answers);
        return Grader.grade(lab, variables, scene);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
