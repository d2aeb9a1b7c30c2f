package groundschool.station;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.terminal.Event;
import groundschool.terminal.Options;
import groundschool.terminal.Result;
import groundschool.terminal.Terminal;
import groundschool.terminal.shell.Variables;
import groundschool.terminal.shell.Workspace;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A sandbox of a learner's own with a terminal beside it.
public final class Station {

    /// Where a terminal's calls go unless they say otherwise.
    public static final String REGION = "eu-west-1";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Emulator emulator;
    private final AccessKey key;
    private final Sandbox sandbox;
    private volatile Terminal terminal;

    /// A sandbox that nobody has used.
    ///
    /// @param key of its administrator, the learner
    /// @param start its checkpoint before the first call
    public record Fresh(AccessKey key, Checkpoint start) {}

    /// @param key of the sandbox's administrator, the learner
    public Station(Emulator emulator, AccessKey key, Belongings belongings) {
        this.emulator = emulator;
        this.key = key;
        this.sandbox = emulator.sandboxes().open(key.sandbox());
        this.terminal = terminal(belongings);
    }

    /// Makes an empty sandbox with an account of its own; durable when this returns.
    ///
    /// @param keepsLedger whether all of its ledger is kept on disk
    /// @param first what is to be so before its first checkpoint
    public static Fresh fresh(Emulator emulator, boolean keepsLedger, Consumer<Sandbox> first) {
        var sandboxes = emulator.sandboxes();
        var key = sandboxes.create(account(), keepsLedger);
        var sandbox = sandboxes.open(key.sandbox());
        first.accept(sandbox);
        return new Fresh(key, sandbox.checkpoint());
    }

    /// What a terminal begins with.
    ///
    /// @param variables that programs see, besides the Region
    /// @param files text by path
    public static Belongings beginning(Map<String, String> variables, Map<String, String> files) {
        var exported = new LinkedHashMap<>(variables);
        exported.put("AWS_DEFAULT_REGION", REGION);
        return new Belongings(files, exported, Map.of());
    }

    /// The key that signs the learner's calls.
    public AccessKey key() {
        return key;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// The files beside the terminal.
    public Workspace workspace() {
        return terminal.workspace();
    }

    /// Runs a command to its end.
    ///
    /// @param listener is told what happens as it happens
    public Result run(String command, Options options, Consumer<Event> listener) {
        return terminal.run(command, options, listener);
    }

    /// Stops what runs in the terminal.
    public void cancel() {
        terminal.cancel();
    }

    /// The files as they are now, as [Workspace#texts()] has them.
    public Map<String, String> files() {
        return terminal.workspace().texts();
    }

    /// The files and variables as they are now; nothing may run meanwhile.
    public Belongings belongings() {
        var variables = terminal.variables();
        return new Belongings(files(), variables.environment(), variables.own());
    }

    /// Brings the sandbox to a checkpoint, with a new terminal that has these files and variables.
    public void moveTo(Checkpoint checkpoint, Belongings belongings) {
        terminal.cancel();
        sandbox.rewind(checkpoint);
        terminal = terminal(belongings);
    }

    private Terminal terminal(Belongings belongings) {
        var exported = new LinkedHashMap<>(belongings.exported());
        exported.put("AWS_ENDPOINT_URL", emulator.address().toString());
        return new Terminal(
                emulator,
                Caller.of(key, sandbox, REGION, ""),
                new Variables(exported, belongings.own()),
                new Workspace(belongings.files()));
    }

    /// Twelve digits, the first of which is not 0.
    private static String account() {
        return String.valueOf(RANDOM.nextLong(100_000_000_000L, 1_000_000_000_000L));
    }
}
