package groundschool.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a stem asks for as many options as are right: "Which two …?", "Choose three".
final class StemCount {

    private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "six");
    private static final Pattern ASKS =
            Pattern.compile(
                    "\\b(?:which|what|choose|select|pick|name|mark)\\s+(?:any\\s+|the\\s+|these\\s+|exactly\\s+)?"
                            + "(two|three|four|five|six|[2-6])\\b",
                    Pattern.CASE_INSENSITIVE);

    private StemCount() {}

    /// What is wrong with the stem; absent if it fits.
    static Optional<String> check(String stem, int right) {
        var asked = ASKS.matcher(stem).results().map(it -> number(it.group(1))).toList();
        if (asked.contains(right)) {
            return Optional.empty();
        }
        if (!asked.isEmpty()) {
            return Optional.of(
                    "the stem asks for %s, but %d %s right"
                            .formatted(word(asked.getLast()), right, right == 1 ? "is" : "are"));
        }
        return right == 1
                ? Optional.empty()
                : Optional.of(
                        "%d options are right: the stem must say how many, such as \"Which %s …?\""
                                .formatted(right, word(right)));
    }

    private static int number(String text) {
        var word = WORDS.indexOf(text.toLowerCase(Locale.ROOT));
        return word >= 0 ? word + 1 : Integer.parseInt(text);
    }

    private static String word(int number) {
        return number <= WORDS.size() ? WORDS.get(number - 1) : String.valueOf(number);
    }
}
