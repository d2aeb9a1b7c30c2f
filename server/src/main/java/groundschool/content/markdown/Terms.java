package groundschool.content.markdown;

import groundschool.content.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the terms of a glossary in text: by their exact names and aliases, the longest first, and
/// whole words only. At the beginning of a sentence a small letter may be a capital; a word that is
/// written in capitals is written so everywhere.
public final class Terms {

    /// None.
    public static final Terms NONE = new Terms(List.of());

    /// The names by their first word in small letters, the longest first.
    private final Map<String, List<Name>> names = new HashMap<>();

    private record Name(String text, String termId) {}

    /// A term in a text.
    ///
    /// @param end the index behind its last character
    public record Found(String termId, int start, int end) {}

    public Terms(List<Term> glossary) {
        for (var term : glossary) {
            term.names()
                    .filter(name -> !name.isEmpty())
                    .forEach(name ->
                            names.computeIfAbsent(firstWord(name, 0), _ -> new ArrayList<>())
                                    .add(new Name(name, term.id())));
        }
        names.values()
                .forEach(each ->
                        each.sort(
                                Comparator.comparingInt((Name it) -> it.text().length())
                                        .reversed()));
    }

    /// All terms in a text, in order, without overlaps.
    public List<Found> in(String text) {
        if (names.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        var at = 0;
        while (at < text.length()) {
            var here = beginsWord(text, at) ? at(text, at) : Optional.<Found>empty();
            here.ifPresent(found::add);
            at = here.map(Found::end).orElse(at + 1);
        }
        return found;
    }

    private Optional<Found> at(String text, int start) {
        return names.getOrDefault(firstWord(text, start), List.of()).stream()
                .filter(name -> stands(name.text(), text, start))
                .findFirst()
                .map(name -> new Found(name.termId(), start, start + name.text().length()));
    }

    private static boolean stands(String name, String text, int start) {
        var end = start + name.length();
        if (end > text.length() || !sameFirst(name, text.charAt(start)) || !endsWord(text, end)) {
            return false;
        }
        for (var at = 1; at < name.length(); at++) {
            var wanted = name.charAt(at);
            var here = text.charAt(start + at);
            if (wanted != here && !(wanted == ' ' && here == '\n')) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFirst(String name, char here) {
        var wanted = name.charAt(0);
        return wanted == here
                || (Character.toUpperCase(wanted) == here
                        && (name.length() == 1 || !Character.isUpperCase(name.charAt(1))));
    }

    private static boolean beginsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !joins(text.charAt(at - 1)));
    }

    private static boolean endsWord(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        var next = text.charAt(end);
        var isLast = end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1));
        return !joins(next) || (isLast && (next == '-' || next == '.' || next == ':'));
    }

    /// Whether a character makes one name of what stands on its sides: `s3:GetObject`,
    /// `Lambda@Edge`.
    private static boolean joins(char it) {
        return Character.isLetterOrDigit(it) || "-_@:/.$#".indexOf(it) >= 0;
    }

    private static String firstWord(String text, int start) {
        var end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
