package groundschool.emulator.cloudwatch.math;

/// A text is no expression, or one that does not fit what it is about.
public final class MathException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MathException(String message) {
        super(message, null, false, false);
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
