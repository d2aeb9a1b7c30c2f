package groundschool.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shows why something was found: the stretch of its text that has most of the words, with the
/// words marked.
final class Snippets {

    private static final int LENGTH = 200;

    /// How much is shown before the first word.
    private static final int BEFORE = 40;

    private static final int MOST_PLACES = 400;

    private final List<String> words;
    private final Pattern any;

    /// Some text that is marked, or some that is not.
    record Piece(String text, boolean marked) {}

    /// @param words in lower case
    Snippets(List<String> words) {
        this.words = words;
        this.any =
                Pattern.compile(
                        words.stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The best stretch of a text, in pieces.
    List<Piece> of(String text) {
        return pieces(cut(text, Math.max(0, best(text) - BEFORE)));
    }

    /// All of a text, in pieces.
    List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var found = any.matcher(text);
        var end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(text.substring(end, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }

    /// Where the stretch with most of the words begins.
    private int best(String text) {
        var found = any.matcher(text);
        var best = 0;
        var most = 0L;
        for (var places = 0; places < MOST_PLACES && found.find(); places++) {
            var end = Math.min(text.length(), found.start() + LENGTH - BEFORE);
            var stretch = text.substring(found.start(), end).toLowerCase(Locale.ROOT);
            var has = words.stream().filter(stretch::contains).count();
            if (has > most) {
                most = has;
                best = found.start();
            }
        }
        return best;
    }

    private static String cut(String text, int from) {
        var start = from == 0 ? 0 : Math.max(text.indexOf(' ', from) + 1, from);
        var end = Math.min(text.length(), start + LENGTH);
        if (end < text.length()) {
            var space = text.lastIndexOf(' ', end);
            end = space > start ? space : end;
        }
        return (start > 0 ? "… " : "")
                + text.substring(start, end).strip()
                + (end < text.length() ? " …" : "");
    }
}
