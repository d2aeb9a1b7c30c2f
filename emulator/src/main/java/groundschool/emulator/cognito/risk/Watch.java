package groundschool.emulator.cognito.risk;

import java.util.Optional;

/// What threat protection remembers of a sign-in from one step to the next.
///
/// @param event the id of what it keeps of it
/// @param wish what it wants of the second factor
public record Watch(String event, Wish wish) {

    /// How it is with the second factor.
    public enum Wish {
        /// As the pool has it.
        USUAL,

        /// Whoever has one shows it, whatever the pool wants.
        IF_CONFIGURED,

        /// Without one nobody gets in.
        REQUIRED
    }

    private static final String BETWEEN = " ";

    /// As a session keeps it.
    public String text() {
        return event + BETWEEN + wish.name();
    }

    /// @param text empty where nobody watches
    public static Optional<Watch> of(String text) {
        var parts = text.split(BETWEEN, -1);
        return parts.length == 2
                ? Optional.of(new Watch(parts[0], Wish.valueOf(parts[1])))
                : Optional.empty();
    }
}
