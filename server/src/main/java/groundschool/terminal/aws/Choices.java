package groundschool.terminal.aws;

import java.util.Comparator;
import java.util.List;

/// What the command line says to a word that is none of those that it knows.
final class Choices {

    private static final double CLOSE = 0.8;
    private static final int MOST_SUGGESTIONS = 3;

    private Choices() {}

    static String invalid(String word, List<String> choices) {
        var text = new StringBuilder("Invalid choice, valid choices are:\n");
        for (var i = 0; i < choices.size(); i += 2) {
            text.append("\n%-40s".formatted(choices.get(i)));
            if (i + 1 < choices.size()) {
                text.append(" | %-40s".formatted(choices.get(i + 1)));
            }
        }
        var meant = closest(word, choices);
        if (!meant.isEmpty()) {
            text.append("\n\n\nInvalid choice: ")
                    .append(PythonText.quoted(word))
                    .append(", maybe you meant:\n");
            meant.forEach(each -> text.append("\n  * ").append(each));
        }
        return text.toString();
    }

    private static List<String> closest(String word, List<String> choices) {
        return choices.stream()
                .filter(choice -> likeness(word, choice) >= CLOSE)
                .sorted(
                        Comparator.comparingDouble((String choice) -> likeness(word, choice))
                                .reversed())
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /// How much two words have in common, from 0 to 1, as Ratcliff and Obershelp count it.
    private static double likeness(String one, String other) {
        return 2.0 * common(one, other) / Math.max(1, one.length() + other.length());
    }

    private static int common(String one, String other) {
        var longest = 0;
        var inOne = 0;
        var inOther = 0;
        for (var i = 0; i < one.length(); i++) {
            for (var j = 0; j < other.length(); j++) {
                var length = 0;
                while (i + length < one.length()
                        && j + length < other.length()
                        && one.charAt(i + length) == other.charAt(j + length)) {
                    length++;
                }
                if (length > longest) {
                    longest = length;
                    inOne = i;
                    inOther = j;
                }
            }
        }
        if (longest == 0) {
            return 0;
        }
        return longest
                + common(one.substring(0, inOne), other.substring(0, inOther))
                + common(one.substring(inOne + longest), other.substring(inOther + longest));
    }
}
