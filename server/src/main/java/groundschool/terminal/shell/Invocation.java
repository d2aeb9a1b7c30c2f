package groundschool.terminal.shell;

import java.util.List;
import java.util.Map;

/// One run of a program: what it was given, and where it writes.
///
/// @param arguments without the program's own name
/// @param input what stands in the here-document after it, or nothing
/// @param environment the exported variables
/// @param run to be asked before anything that takes time
public record Invocation(
        List<String> arguments,
        String input,
        Map<String, String> environment,
        Workspace workspace,
        Sink sink,
        Run run) {

    public Invocation {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /// Writes to the standard output.
    public void out(String text) {
        sink.write(Stream.OUT, text);
    }

    /// Writes to the standard error.
    public void error(String text) {
        sink.write(Stream.ERROR, text);
    }
}
