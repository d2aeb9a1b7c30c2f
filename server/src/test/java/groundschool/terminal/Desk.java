package groundschool.terminal;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.terminal.shell.Workspace;
import java.util.Map;

/// A learner's terminal over a fresh sandbox.
final class Desk implements AutoCloseable {

    static final String REGION = "eu-west-1";

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey key = emulator.sandboxes().create("123456789012");
    private final Terminal terminal =
            new Terminal(
                    emulator,
                    Caller.of(key, emulator.sandboxes().open(key.sandbox()), REGION, ""),
                    Map.of("TABLE", "orders-7"),
                    new Workspace());

    Emulator emulator() {
        return emulator;
    }

    /// As whom the terminal calls.
    Caller caller() {
        return Caller.of(key, emulator.sandboxes().open(key.sandbox()), REGION, "");
    }

    Terminal terminal() {
        return terminal;
    }

    /// Types a script.
    Result type(String script) {
        return terminal.run(script, Options.TYPED);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
