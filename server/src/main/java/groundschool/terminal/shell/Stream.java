package groundschool.terminal.shell;

/// Where a program writes: its answers, or what it has to say about them.
public enum Stream {
    OUT,
    ERROR
}
