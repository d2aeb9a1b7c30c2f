package groundschool.terminal.shell;

import groundschool.terminal.shell.Script.Command;
import groundschool.terminal.shell.Script.Joint;
import groundschool.terminal.shell.Script.Redirection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Runs scripts: expands each command's words, and hands them to the program of that name.
public final class Interpreter {

    /// Is told of each command of the script itself, not of those in substitutions.
    public interface Listener {
        void started(String command);

        void finished(String command, int exitCode);
    }

    /// `exit`.
    static final class Exit extends RuntimeException {
        private final int exitCode;

        Exit(int exitCode) {
            super("exit", null, false, false);
            this.exitCode = exitCode;
        }
    }

    private static final String PROGRAM = "groundschool";

    private final Variables variables;
    private final Workspace workspace;
    private final Modes modes;
    private final Limits limits;
    private final Run run;
    private final Sink sink;
    private final Sink unlimited;
    private final Listener listener;
    private final SortedMap<String, Program> programs;
    private int lastExitCode;
    private int depth;

    /// @param programs by name, beside those that are built in
    /// @param stopAtFailure whether a script ends at its first failure, as after `set -e`
    public Interpreter(
            Variables variables,
            Workspace workspace,
            Map<String, Program> programs,
            boolean stopAtFailure,
            Limits limits,
            Run run,
            Sink sink,
            Listener listener) {
        this.variables = variables;
        this.workspace = workspace;
        this.modes = new Modes(stopAtFailure);
        this.limits = limits;
        this.run = run;
        this.unlimited = sink;
        this.sink =
                (stream, text) -> {
                    var admitted = run.admit(text);
                    if (!admitted.isEmpty()) {
                        sink.write(stream, admitted);
                    }
                    run.checkOutput();
                };
        this.listener = listener;
        this.programs = new TreeMap<>(programs);
        this.programs.putAll(Builtins.all(variables, modes));
        this.programs.put("help", invocation -> Builtins.help(invocation, this.programs.keySet()));
    }

    /// Runs a script to its end, or as far as it goes.
    ///
    /// @return the exit code of its last command; 2 if it cannot be read, and then nothing was run
    public int run(String source) {
        try {
            if (source.length() > limits.scriptCharacters()) {
                complain(
                        "a script has at most %d characters here"
                                .formatted(limits.scriptCharacters()));
                return 2;
            }
            return run(ShellParser.parse(source, limits.depth()), sink);
        } catch (SyntaxException problem) {
            complain(problem.message());
            return 2;
        } catch (Exit exit) {
            return exit.exitCode;
        } catch (Run.Stopped stopped) {
            complain(String.valueOf(stopped.getMessage()));
            return stopped.exitCode();
        }
    }

    private int run(Script script, Sink to) {
        for (var chain : script.chains()) {
            lastExitCode = execute(chain.first(), to);
            var last = chain.rest().isEmpty();
            for (var link : chain.rest()) {
                last = false;
                if ((link.joint() == Joint.AND) == (lastExitCode == 0)) {
                    lastExitCode = execute(link.command(), to);
                    last = link == chain.rest().getLast();
                }
            }
            if (last && lastExitCode != 0 && modes.stopAtFailure()) {
                throw new Exit(lastExitCode);
            }
        }
        return lastExitCode;
    }

    private int execute(Command command, Sink to) {
        run.command();
        if (depth == 0) {
            listener.started(command.source());
        }
        var exitCode = 1;
        try {
            exitCode = perform(command, to);
        } catch (Exit exit) {
            exitCode = exit.exitCode;
            throw exit;
        } catch (Run.Stopped stopped) {
            exitCode = stopped.exitCode();
            throw stopped;
        } finally {
            if (depth == 0) {
                listener.finished(command.source(), exitCode);
            }
        }
        return exitCode;
    }

    private int perform(Command command, Sink to) {
        var expansion = new Expansion(variables, modes, lastExitCode, this::substitute);
        try {
            var words = expansion.fields(command.words());
            var outlets = new Outlets(workspace, to);
            var input = "";
            for (var redirection : command.redirections()) {
                switch (redirection) {
                    case Redirection.ToFile(var stream, var file, var append) ->
                            outlets.toFile(stream, expansion.text(file), append);
                    case Redirection.ToStream(var from, var target) -> outlets.join(from, target);
                    case Redirection.HereDocument(var text) -> input = expansion.text(text);
                }
            }
            var scope = words.isEmpty() ? variables : variables.copy();
            for (var assignment : command.assignments()) {
                var value = expansion.text(assignment.value());
                scope.set(assignment.name(), value);
                if (!words.isEmpty()) {
                    scope.export(assignment.name());
                }
            }
            if (words.isEmpty()) {
                return expansion.exitCode();
            }
            var program = programs.get(words.getFirst());
            var invocation =
                    new Invocation(
                            words.subList(1, words.size()),
                            input,
                            scope.environment(),
                            workspace,
                            outlets,
                            run);
            return program == null
                    ? notFound(words.getFirst(), invocation)
                    : program.run(invocation);
        } catch (Workspace.Refused | Expansion.Failed problem) {
            to.write(Stream.ERROR, PROGRAM + ": " + problem.getMessage() + "\n");
            return 1;
        }
    }

    private int notFound(String name, Invocation invocation) {
        invocation.error(
                "%s: command not found: %s. This terminal runs %s.\n"
                        .formatted(PROGRAM, name, String.join(", ", programs.keySet())));
        return 127;
    }

    /// Runs the script of a `$(…)` and collects what it writes to its standard output.
    private Expansion.Substituted substitute(Script script) {
        var output = new StringBuilder();
        var before = lastExitCode;
        depth++;
        try {
            var exitCode =
                    run(
                            script,
                            (stream, text) -> {
                                switch (stream) {
                                    case OUT -> output.append(run.admit(text));
                                    case ERROR -> sink.write(Stream.ERROR, text);
                                }
                                run.checkOutput();
                            });
            return new Expansion.Substituted(output.toString(), exitCode);
        } catch (Exit exit) {
            return new Expansion.Substituted(output.toString(), exit.exitCode);
        } finally {
            depth--;
            lastExitCode = before;
        }
    }

    private void complain(String message) {
        unlimited.write(Stream.ERROR, PROGRAM + ": " + message + "\n");
    }

    /// Where the streams of one command go.
    private static final class Outlets implements Sink {
        private final Workspace workspace;
        private final Map<Stream, Consumer<String>> outlets = new EnumMap<>(Stream.class);

        Outlets(Workspace workspace, Sink to) {
            this.workspace = workspace;
            for (var stream : Stream.values()) {
                outlets.put(stream, text -> to.write(stream, text));
            }
        }

        void toFile(Stream stream, String file, boolean append) {
            if (file.equals("/dev/null")) {
                outlets.put(stream, _ -> {});
                return;
            }
            if (append) {
                workspace.append(file, "");
            } else {
                workspace.write(file, "");
            }
            outlets.put(stream, text -> workspace.append(file, text));
        }

        void join(Stream from, Stream target) {
            outlets.put(from, outlets.getOrDefault(target, _ -> {}));
        }

        @Override
        public void write(Stream stream, String text) {
            outlets.getOrDefault(stream, _ -> {}).accept(text);
        }
    }
}
