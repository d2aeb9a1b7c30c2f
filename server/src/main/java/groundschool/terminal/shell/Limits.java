package groundschool.terminal.shell;

import java.time.Duration;

/// How much one run may take.
///
/// @param scriptCharacters the longest script
/// @param outputCharacters the most that it may write, beside what goes into files
/// @param commands the most commands, those in substitutions included
/// @param depth how deep substitutions may be nested
/// @param time the longest that it may take
public record Limits(
        int scriptCharacters, int outputCharacters, int commands, int depth, Duration time) {

    /// Ample for a person.
    public static final Limits USUAL =
            new Limits(200_000, 2_000_000, 1_000, 8, Duration.ofSeconds(30));

    /// The same for longer.
    public static final Limits PATIENT =
            new Limits(200_000, 2_000_000, 1_000, 8, Duration.ofMinutes(3));
}
