package groundschool.question;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the words of a question are harder to read than what it asks.
final class Wording {

    private static final Pattern ALL_OF_THE_ABOVE =
            Pattern.compile(
                    "\\b(?:all|none|any|both|neither) of the (?:above|answers|options)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final String NEGATIVE =
            "(?:not|cannot|never|no|none|nobody|nothing|neither|\\w+n['’]t)";

    /// What turns a negative round: another one, or a word that begins with one. `until`, `unit`
    /// and `unique` do not, and `undo` and `unlock` reverse what was done instead. A `not` behind
    /// an auxiliary verb belongs to another clause: "what cannot be read does not count".
    private static final String REVERSAL =
            "(?:(?<!\\b(?:do|does|did|is|are|was|were|has|have|had|must|will|would|can|could|should|may|might)\\s)not"
                    + "|never|without|except|nobody|nothing"
                    + "|un(?!til|der|it|i[a-z]|less\\b|do|fold|load|lock|mount|pack|sub|wind|wrap|zip)[a-z]{4,}"
                    + "|impossible|invalid|incorrect|inaccessible|insecure)";

    /// Where a new thought begins. "It costs nothing and must not fail" is two thoughts.
    private static final String BETWEEN =
            "(?:(?!\\b(?:and|or|but|nor|that|which|who|whose|where|when|while|if|because|so|than)\\b)[^.,;:?!()])*?";

    private static final Pattern DOUBLE_NEGATIVE =
            Pattern.compile(
                    "\\b" + NEGATIVE + "\\b" + BETWEEN + "\\b" + REVERSAL + "\\b",
                    Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /// What is wrong with a stem; absent if it reads well.
    static Optional<String> ofStem(String stem) {
        return ofOption(stem)
                .or(() ->
                        first(DOUBLE_NEGATIVE, stem)
                                .map(it ->
                                        "the stem has two negatives that cancel out, \"%s\": say what is the case"
                                                .formatted(it)));
    }

    /// What is wrong with an option; absent if it reads well.
    static Optional<String> ofOption(String option) {
        return first(ALL_OF_THE_ABOVE, option)
                .map(it ->
                        "\"%s\" tests reading, not knowledge: write an option that stands for itself"
                                .formatted(it));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
