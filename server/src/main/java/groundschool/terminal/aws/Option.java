package groundschool.terminal.aws;

import java.util.List;

/// An option as the command line reads it.
///
/// @param name with its dashes
/// @param target what it sets; several options may set the same
/// @param choices the values that it takes, or none if it takes any
public record Option(
        String name, String target, Takes takes, List<String> choices, boolean required) {

    /// How many values follow it.
    public enum Takes {
        NOTHING,
        ONE,
        ONE_OR_NOTHING,
        SEVERAL,
        /// One, which must be a whole number.
        WHOLE_NUMBER,
        /// One, which must be a number.
        NUMBER
    }

    /// One that may be left out and is called by what it sets.
    public Option(String name, Takes takes) {
        this(name, name, takes, List.of(), false);
    }
}
