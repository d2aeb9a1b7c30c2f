package groundschool.search;

import groundschool.content.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A search for words: all must be there, a word in a title counts more than one in the text, the
/// beginning of a word more than its middle, and the words as they were typed, side by side, most.
final class Search {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 12;

    private final List<String> words;
    private final String phrase;
    private final Snippets snippets;

    /// What was found, with its title and the best place of its text cut up for highlighting.
    record Hit(Passage passage, List<Snippets.Piece> title, List<Snippets.Piece> snippet) {}

    private record Scored(Passage passage, double score) {}

    /// @param query what the learner typed
    Search(String query) {
        words =
                NO_WORD.splitAsStream(query.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
        phrase = String.join(" ", words);
        snippets = new Snippets(words);
    }

    /// Whether it asks for nothing.
    boolean isEmpty() {
        return words.isEmpty();
    }

    /// What fits, the best first.
    List<Hit> in(List<Passage> passages, int limit) {
        if (isEmpty()) {
            return List.of();
        }
        return passages.stream()
                .flatMap(this::scored)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(limit)
                .map(scored ->
                        new Hit(
                                scored.passage(),
                                snippets.pieces(scored.passage().title()),
                                snippets.of(scored.passage().text())))
                .toList();
    }

    private Stream<Scored> scored(Passage passage) {
        var title = passage.title().toLowerCase(Locale.ROOT);
        var text = passage.text().toLowerCase(Locale.ROOT);
        var score = 0.0;
        for (var word : words) {
            var inTitle = weight(title, word);
            var inText = weight(text, word);
            if (inTitle + inText == 0) {
                return Stream.empty();
            }
            score += 8 * inTitle + inText;
        }
        if (words.size() > 1) {
            score += title.contains(phrase) ? 20 : text.contains(phrase) ? 6 : 0;
        }
        // Of two that fit alike, a lesson explains more than one of its cards or questions.
        return Stream.of(
                new Scored(passage, passage.kind() == Passage.Kind.LESSON ? score * 1.2 : score));
    }

    /// How much a word counts in a text: more where it begins a word, and a little more the more
    /// often; 0 if it is not there, or only inside of others and short.
    private static double weight(String text, String word) {
        var best = 0.0;
        var times = 0;
        for (var at = text.indexOf(word); at >= 0 && times < 20; at = text.indexOf(word, at + 1)) {
            var end = at + word.length();
            var begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            var ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            var inside = word.length() > 3 ? 0.3 : 0;
            best = Math.max(best, begins ? (ends ? 1.5 : 1) : inside);
            times++;
        }
        return best == 0 ? 0 : best + Math.log1p(times) / 4;
    }
}
