package groundschool.terminal.shell;

/// A command of the terminal, such as `cat` or `aws`.
@FunctionalInterface
public interface Program {

    /// Runs to its end.
    ///
    /// @return the exit code, 0 for success
    int run(Invocation invocation);
}
