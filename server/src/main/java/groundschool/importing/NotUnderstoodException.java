package groundschool.importing;

/// A file stopped making sense.
final class NotUnderstoodException extends Exception {

    private final int line;

    /// @param line from 1
    NotUnderstoodException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
