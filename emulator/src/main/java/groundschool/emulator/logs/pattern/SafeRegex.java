package groundschool.emulator.logs.pattern;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression of a learner's, which cannot keep a processor busy: after some millions of
/// steps in one text it has found nothing.
///
/// @param source as it was written
public record SafeRegex(String source, Pattern pattern) {

    private static final int MOST_STEPS = 2_000_000;

    /// Compiles an expression.
    ///
    /// @return absent if it is none
    public static Optional<SafeRegex> of(String source) {
        try {
            return Optional.of(new SafeRegex(source, Pattern.compile(source)));
        } catch (PatternSyntaxException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    /// The first place in a text that fits.
    public Optional<MatchResult> find(String text) {
        try {
            var matcher = pattern.matcher(new Counted(text));
            return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
        } catch (TooManyStepsException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    /// A text with all places that fit replaced, `$1` by what a group found.
    public String replaceAll(String text, String replacement) {
        try {
            return pattern.matcher(new Counted(text)).replaceAll(replacement);
        } catch (TooManyStepsException
                | StackOverflowError
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return text;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeRegex(var otherSource, _) && otherSource.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    private static final class Counted implements CharSequence {

        private final String text;
        private final int[] steps;

        private Counted(String text) {
            this(text, new int[1]);
        }

        private Counted(String text, int[] steps) {
            this.text = text;
            this.steps = steps;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
