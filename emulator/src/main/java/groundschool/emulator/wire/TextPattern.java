package groundschool.emulator.wire;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/// A regular expression of AWS's API model that whole texts are held against. Most names are held
/// against a class of letters, such as `[a-zA-Z0-9_.-]+`, which takes no regular expression.
public final class TextPattern {

    private static final Pattern LETTERS =
            Pattern.compile("\\[(?:[a-zA-Z0-9]-[a-zA-Z0-9]|[a-zA-Z0-9_./:@ -])+\\]\\+");

    private final Pattern pattern;
    private final Optional<BitSet> letters;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
        this.letters =
                Optional.of(pattern.pattern())
                        .filter(text -> LETTERS.matcher(text).matches())
                        .map(text -> letters(pattern));
    }

    static TextPattern compile(String pattern) {
        return new TextPattern(Pattern.compile(pattern));
    }

    /// Those that are texts of one letter: what the class has is asked of the expression itself.
    private static BitSet letters(Pattern oneOrMore) {
        var letters = new BitSet(128);
        for (int letter = 0; letter < 128; letter++) {
            if (oneOrMore.matcher(Character.toString(letter)).matches()) {
                letters.set(letter);
            }
        }
        return letters;
    }

    /// Whether the whole text does.
    public boolean matches(String text) {
        if (letters.isEmpty()) {
            return pattern.matcher(text).matches();
        }
        var allowed = letters.get();
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// As the model has it.
    public String pattern() {
        return pattern.pattern();
    }
}
