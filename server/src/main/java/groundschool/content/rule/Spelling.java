package groundschool.content.rule;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Course;
import groundschool.content.Origins;
import groundschool.content.Problem;
import groundschool.content.markdown.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Prose is spelt as the British spell it, or as our list of words has it.
///
/// Where there is no list of words nothing is looked at: the courses may be in another language.
public final class Spelling implements ContentReader.Rule {

    /// Finding out what was meant takes a hundred times as long as finding out that nothing is.
    private static final int MOST_SUGGESTIONS = 20;

    private final Path content;

    private Spelling(Path content) {
        this.content = content;
    }

    /// @param content the folder of courses, or a single course
    static Spelling in(Path content) {
        return new Spelling(content.normalize());
    }

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        return WordList.of(content)
                .map(list -> new Look(list, hasAll(catalogue, list)).at(texts(catalogue)))
                .orElse(List.of());
    }

    /// Whether what is read is all that a list is for, and no more is to come.
    private boolean hasAll(Catalogue catalogue, WordList list) {
        return list.file().startsWith(content)
                && !catalogue.courses().isEmpty()
                && catalogue.courses().stream().noneMatch(Course::isUnfinished);
    }

    private static List<Origins.Text> texts(Catalogue catalogue) {
        return catalogue.origins().texts().stream()
                .filter(text -> text.file().toString().endsWith(".md"))
                .toList();
    }

    /// One look at all texts.
    private final class Look {

        private final WordList list;
        private final boolean hasAll;
        private final Hunspell dictionary = dictionary();
        private final Map<String, Boolean> known = new HashMap<>();
        private final Map<String, String> meant = new HashMap<>();

        private Look(WordList list, boolean hasAll) {
            this.list = list;
            this.hasAll = hasAll;
        }

        List<Problem> at(List<Origins.Text> texts) {
            var problems = new ArrayList<Problem>();
            texts.forEach(text -> look(text, problems));
            problems.addAll(list.problems(hasAll));
            return problems;
        }

        private void look(Origins.Text text, List<Problem> problems) {
            for (var word : Words.in(read(text.file()))) {
                var plain = withoutPossessive(word.text().replace('’', '\''));
                if (!known.computeIfAbsent(plain, this::isKnown)) {
                    problems.add(text.at(word.line()).problem(message(plain)));
                }
            }
        }

        private static String withoutPossessive(String word) {
            var apostrophe = word.length() - (word.endsWith("'s") ? 2 : word.endsWith("'") ? 1 : 0);
            return word.substring(0, apostrophe);
        }

        private boolean isKnown(String word) {
            return word.length() == 1 || dictionary.spell(word) || list.has(word);
        }

        private String message(String word) {
            if (!meant.containsKey(word) && meant.size() < MOST_SUGGESTIONS) {
                var suggestions = dictionary.suggest(word).stream().limit(3).toList();
                meant.put(word, String.join(", ", suggestions));
            }
            var instead = meant.getOrDefault(word, "");
            return "`%s` is not in the dictionary: %sa name or term belongs in %s"
                    .formatted(
                            word,
                            instead.isEmpty() ? "" : "write %s; ".formatted(instead),
                            list.file());
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            // It has gone since it was read.
            return "";
        }
    }

    private static Hunspell dictionary() {
        try (var affixes = resource("en-GB.aff");
                var words = resource("en-GB.dic")) {
            return new Hunspell(
                    new Dictionary(new ByteBuffersDirectory(), "dictionary", affixes, words));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the dictionary is ours and can be read", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Spelling.class.getResourceAsStream(name), name);
    }
}
