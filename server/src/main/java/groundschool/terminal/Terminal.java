package groundschool.terminal;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.terminal.aws.AwsProgram;
import groundschool.terminal.shell.Interpreter;
import groundschool.terminal.shell.Program;
import groundschool.terminal.shell.Run;
import groundschool.terminal.shell.Variables;
import groundschool.terminal.shell.Workspace;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A command line in which `aws` calls the emulator as one caller, in this process.
///
/// Variables and files stay from one run to the next. One script runs at a time; another thread may
/// cancel it.
public final class Terminal {

    private final Map<String, Program> programs;
    private final Variables variables;
    private final Workspace workspace;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Run> underWay = Optional.empty();

    /// @param environment the exported variables that it begins with
    public Terminal(
            Emulator emulator,
            Caller caller,
            Map<String, String> environment,
            Workspace workspace) {
        this(emulator, caller, new Variables(environment, Map.of()), workspace);
    }

    /// @param variables that it begins with
    public Terminal(Emulator emulator, Caller caller, Variables variables, Workspace workspace) {
        this.programs =
                Map.of(
                        "aws", new AwsProgram(emulator, caller),
                        "curl", new Curl(emulator, caller),
                        "inbox", new InboxProgram(caller.sandbox()),
                        "jwt", new JwtProgram());
        this.variables = variables;
        this.workspace = workspace;
    }

    /// The files beside it.
    public Workspace workspace() {
        return workspace;
    }

    /// Its variables; nothing may run while they are read.
    public Variables variables() {
        return variables;
    }

    /// Runs a script to its end.
    public Result run(String script, Options options) {
        return run(script, options, _ -> {});
    }

    /// Runs a script to its end, telling of each thing as it happens.
    public Result run(String script, Options options, Consumer<Event> listener) {
        lock.lock();
        try {
            var run = new Run(options.limits());
            underWay = Optional.of(run);
            return new Recording(listener).run(script, options, run);
        } finally {
            underWay = Optional.empty();
            lock.unlock();
        }
    }

    /// Stops the script that is under way, if one is, with exit code 130.
    public void cancel() {
        underWay.ifPresent(Run::cancel);
    }

    /// Collects what a run says.
    private final class Recording implements Interpreter.Listener {
        private final ArrayList<Event.Wrote> output = new ArrayList<>();
        private final ArrayList<Event.Finished> commands = new ArrayList<>();
        private final Consumer<Event> listener;

        Recording(Consumer<Event> listener) {
            this.listener = listener;
        }

        Result run(String script, Options options, Run run) {
            var interpreter =
                    new Interpreter(
                            variables,
                            workspace,
                            programs,
                            options.stopAtFailure(),
                            options.limits(),
                            run,
                            (stream, text) -> {
                                var wrote = new Event.Wrote(stream, text);
                                output.add(wrote);
                                listener.accept(wrote);
                            },
                            this);
            var exitCode = interpreter.run(script);
            return new Result(output, exitCode, commands);
        }

        @Override
        public void started(String command) {
            listener.accept(new Event.Started(command));
        }

        @Override
        public void finished(String command, int exitCode) {
            var finished = new Event.Finished(command, exitCode);
            commands.add(finished);
            listener.accept(finished);
        }
    }
}
