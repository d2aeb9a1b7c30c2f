package groundschool.emulator.iam.policy;

import java.util.Locale;

/// The name of a context key. Two names that differ in case alone are the same key.
///
/// Source:
/// [Condition](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html)
///
/// @param name as somebody spelled it
/// @param folded as keys are compared
public record ContextKey(String name, String folded) {

    public ContextKey {
        if (!folded.equals(fold(name))) {
            throw new IllegalArgumentException("not the same key: %s, %s".formatted(name, folded));
        }
    }

    public static ContextKey of(String name) {
        return new ContextKey(name, fold(name));
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
