package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks with the script that runs extensions beside a runtime. It is told when to start the
/// runtime, and says what has ended, between the lines that extensions write.
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /// What begins a line of the script's own.
    private static final char MARK = 0;

    private static final String RUNTIME = "/runtime";

    private final OutputStream control;
    private final RuntimeApi api;
    private final Extensions extensions;
    private final RunLog log;
    private volatile boolean hasRuntimeEnded;

    Supervisor(OutputStream control, RuntimeApi api, Extensions extensions, RunLog log) {
        this.control = control;
        this.api = api;
        this.extensions = extensions;
        this.log = log;
    }

    /// What starts the script.
    ///
    /// @param runtime the command of the runtime
    static List<String> command(Layout layout, List<String> runtime) {
        var command = new ArrayList<>(List.of("/bin/sh"));
        command.add(layout.runtime().resolve("supervisor.sh").toString());
        command.add(layout.opt().resolve("extensions").toString());
        command.addAll(runtime);
        return command;
    }

    /// Starts the runtime.
    void start() {
        say("start");
    }

    /// Sends a signal to the runtime, such as `TERM`.
    void signal(String name) {
        say(name);
    }

    /// Asks the script to write a mark behind all that extensions have written.
    void mark() {
        say("mark");
    }

    private void say(String line) {
        try {
            control.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            control.flush();
        } catch (IOException gone) {
            LOG.debug("nobody listens to {}", line, gone);
        }
    }

    boolean hasRuntimeEnded() {
        return hasRuntimeEnded;
    }

    /// Takes what comes from the script and from extensions.
    void line(String text) {
        if (text.isEmpty() || text.charAt(0) != MARK) {
            log.extension(text);
            return;
        }
        var words = text.substring(1).strip().split(" (?=\\d{1,3}$)");
        if (words.length != 2) {
            return;
        }
        int status = Integer.parseInt(words[1]);
        if (words[0].equals(RUNTIME)) {
            hasRuntimeEnded = true;
            api.tell(new Signal.Ended(status));
        } else {
            extensions.ended(words[0], status);
        }
    }
}
