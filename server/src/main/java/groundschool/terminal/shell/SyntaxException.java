package groundschool.terminal.shell;

/// A script that the terminal cannot read; the message says where and what to do instead.
public final class SyntaxException extends RuntimeException {

    SyntaxException(int line, String message) {
        super("line " + line + ": " + message, null, false, false);
    }

    /// What is wrong.
    public String message() {
        return String.valueOf(getMessage());
    }
}
