package groundschool.emulator.apigateway.integration;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions that somebody else wrote, on short texts.
public final class SafeRegex {

    /// What a pattern may take: one that goes back and forth without end is no match.
    private static final int MOST_STEPS = 1_000_000;

    private SafeRegex() {}

    /// Whether the whole text matches.
    ///
    /// @throws IllegalArgumentException if it is no pattern, or takes too long
    public static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(new Counted(text)).matches();
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new IllegalArgumentException("no pattern: " + pattern, e);
        }
    }

    /// Whether the pattern is somewhere in the text.
    ///
    /// @throws IllegalArgumentException if it is no pattern, or takes too long
    public static boolean finds(String pattern, String text) {
        return over(pattern, text, Matcher::find);
    }

    /// The text with all that matches, or the first of it, replaced.
    ///
    /// @throws IllegalArgumentException if it is no pattern, or takes too long
    public static String replaced(String pattern, String text, String by, boolean all) {
        return over(
                pattern, text, matcher -> all ? matcher.replaceAll(by) : matcher.replaceFirst(by));
    }

    /// The parts of the text between what matches.
    ///
    /// @throws IllegalArgumentException if it is no pattern, or takes too long
    public static String[] split(String pattern, String text, int limit) {
        try {
            return Pattern.compile(pattern).split(new Counted(text), limit);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new IllegalArgumentException("no pattern: " + pattern, e);
        }
    }

    private static <R> R over(String pattern, String text, Function<Matcher, R> question) {
        try {
            return question.apply(Pattern.compile(pattern).matcher(new Counted(text)));
        } catch (PatternSyntaxException | StackOverflowError | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no pattern: " + pattern, e);
        }
    }

    /// A text that is looked at only so often.
    private static final class Counted implements CharSequence {

        private final CharSequence text;
        private int steps;

        private Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new IllegalArgumentException("The pattern takes too long.");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
