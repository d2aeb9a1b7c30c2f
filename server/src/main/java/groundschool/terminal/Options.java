package groundschool.terminal;

import groundschool.terminal.shell.Limits;

/// How a script is run.
///
/// @param stopAtFailure whether it ends at its first failure, as after `set -e`; `|| true` allows
///   one
public record Options(boolean stopAtFailure, Limits limits) {

    /// For what a person types.
    public static final Options TYPED = new Options(false, Limits.USUAL);

    /// For a lab's scripts, which nobody watches: a busy machine may take its time.
    public static final Options SCRIPT = new Options(true, Limits.PATIENT);
}
