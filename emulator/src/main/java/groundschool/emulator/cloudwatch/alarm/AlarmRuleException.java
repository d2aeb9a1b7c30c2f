package groundschool.emulator.cloudwatch.alarm;

/// A text is no rule.
final class AlarmRuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AlarmRuleException(String message) {
        super(message);
    }
}
