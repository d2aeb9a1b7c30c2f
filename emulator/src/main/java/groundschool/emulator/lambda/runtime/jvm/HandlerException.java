package groundschool.emulator.lambda.runtime.jvm;

/// Why there is no handler, in the words of Lambda's runtime.
final class HandlerException extends Exception {

    private static final long serialVersionUID = 1;

    private final String type;

    /// @param type of the error, as it is told
    HandlerException(String type, String message) {
        super(message);
        this.type = type;
    }

    String type() {
        return type;
    }
}
