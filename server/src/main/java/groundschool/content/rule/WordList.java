package groundschool.content.rule;

import groundschool.content.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The words of ours that no dictionary has: names and terms, in `words.txt`, sorted, one a line.
///
/// A word in lower case may begin with a capital; one with a capital is written so and not
/// otherwise.
final class WordList {

    static final String NAME = "words.txt";

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Path file;
    private final List<String> words;
    private final Set<String> all;
    private final Set<String> used = new HashSet<>();

    private WordList(Path file, List<String> words) {
        this.file = file;
        this.words = words;
        this.all = Set.copyOf(words);
    }

    /// The list in a folder of courses, or beside a single course; absent if there is none.
    static Optional<WordList> of(Path content) {
        for (var folder : List.of(content, content.resolveSibling(""))) {
            var file = folder.resolve(NAME);
            try {
                if (Files.isRegularFile(file)) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    return Optional.of(new WordList(file, text.lines().toList()));
                }
            } catch (IOException _) {
                // As good as not there.
            }
        }
        return Optional.empty();
    }

    /// Whether it has the word.
    boolean has(String word) {
        if (all.contains(word)) {
            used.add(word);
            return true;
        }
        var lower = word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
        if (!lower.equals(word) && all.contains(lower)) {
            used.add(lower);
            return true;
        }
        return false;
    }

    /// What is wrong with the list, once all texts were looked at.
    ///
    /// @param hasAll whether these were all texts that it is for
    List<Problem> problems(boolean hasAll) {
        var problems = new ArrayList<Problem>();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (!word.matches("\\p{L}[\\p{L}'’]*")) {
                problem(at, "one word stands here, of letters", problems);
            } else if (at > 0 && ORDER.compare(words.get(at - 1), word) >= 0) {
                problem(
                        at,
                        "`%s` belongs before `%s`: sort the list, and each word once"
                                .formatted(word, words.get(at - 1)),
                        problems);
            } else if (hasAll && !used.contains(word)) {
                problem(at, "no text needs `%s` here: take it out".formatted(word), problems);
            }
        }
        return problems;
    }

    private void problem(int at, String message, List<Problem> problems) {
        problems.add(new Problem(file, at + 1, Problem.Severity.PROBLEM, message));
    }

    Path file() {
        return file;
    }
}
