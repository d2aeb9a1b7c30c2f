package groundschool.terminal;

/// What `curl` ends with when something is wrong, with its own numbers.
final class CurlException extends Exception {

    private final int exitCode;

    CurlException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
