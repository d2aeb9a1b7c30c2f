package groundschool.terminal;

import groundschool.terminal.shell.Stream;

/// What happens while a script runs, in order.
public sealed interface Event {

    /// A command of the script begins.
    record Started(String command) implements Event {}

    /// Something was written.
    record Wrote(Stream stream, String text) implements Event {}

    /// A command of the script has ended.
    record Finished(String command, int exitCode) implements Event {}
}
