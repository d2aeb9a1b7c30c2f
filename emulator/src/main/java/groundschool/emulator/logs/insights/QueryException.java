package groundschool.emulator.logs.insights;

/// A text is no query.
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    /// @param start,end where in the text
    QueryException(String message, int start, int end) {
        super(message, null, false, false);
        this.start = start;
        this.end = end;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
