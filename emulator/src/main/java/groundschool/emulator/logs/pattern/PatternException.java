package groundschool.emulator.logs.pattern;

/// A text is no pattern.
final class PatternException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PatternException(String message) {
        super(message, null, false, false);
    }
}
