package groundschool.terminal.shell;

import java.util.regex.Pattern;

/// A place in a script's text, and what stands there.
final class Cursor {

    /// What is read beyond the end of the text.
    static final char END = '\0';

    private static final String WORD_ENDS = " \t\n;&|<>()";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final String source;
    private int at;

    /// The line break after which a here-document stands, and where that ends.
    private int documentAfter = -1;

    private int documentEnd;

    Cursor(String source) {
        this.source = source.replace("\r\n", "\n").replace("\0", "");
    }

    int position() {
        return at;
    }

    String text(int from, int to) {
        return source.substring(from, to);
    }

    int line() {
        return 1
                + (int)
                        source.substring(0, Math.min(at, source.length()))
                                .chars()
                                .filter(character -> character == '\n')
                                .count();
    }

    boolean atEnd() {
        return at >= source.length();
    }

    char current() {
        return atEnd() ? END : source.charAt(at);
    }

    char following() {
        return at + 1 >= source.length() ? END : source.charAt(at + 1);
    }

    boolean is(char character) {
        return !atEnd() && source.charAt(at) == character;
    }

    boolean atWordEnd() {
        return atEnd() || WORD_ENDS.indexOf(current()) >= 0;
    }

    char next() {
        var character = current();
        at = at == documentAfter ? documentEnd : at + 1;
        return character;
    }

    boolean take(String text) {
        if (!source.startsWith(text, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    boolean looksAt(Pattern pattern) {
        return pattern.matcher(source).region(at, source.length()).lookingAt();
    }

    /// The name that begins here, or nothing.
    String takeName() {
        var matcher = NAME.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /// The characters up to the next end of a word, without moving.
    String peekPlainWord() {
        var end = at;
        while (end < source.length() && WORD_ENDS.indexOf(source.charAt(end)) < 0) {
            end++;
        }
        return source.substring(at, end);
    }

    /// Everything before the next `end`, which is passed too.
    String takeUntil(char end) {
        var close = source.indexOf(end, at);
        if (close < 0) {
            throw problem("the closing %c is missing".formatted(end));
        }
        var text = source.substring(at, close);
        at = close + 1;
        return text;
    }

    /// Passes spaces, continued lines and comments; not line breaks.
    void skipBlanks() {
        while (true) {
            if (is(' ') || is('\t')) {
                at++;
            } else if (is('\\') && following() == '\n') {
                at += 2;
            } else if (is('#')) {
                while (!atEnd() && !is('\n')) {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    /// The lines from the next one on, up to one that is `delimiter`. They are passed over when the
    /// end of this line is.
    String hereDocument(String delimiter) {
        if (documentAfter >= at) {
            throw problem("one << to a line, please");
        }
        var lineEnd = source.indexOf('\n', at);
        var from = lineEnd < 0 ? source.length() : lineEnd + 1;
        for (var line = from; line < source.length(); ) {
            var end = source.indexOf('\n', line);
            var next = end < 0 ? source.length() : end + 1;
            if (source.substring(line, end < 0 ? next : end).equals(delimiter)) {
                documentAfter = lineEnd;
                documentEnd = next;
                return source.substring(from, line);
            }
            line = next;
        }
        throw problem("the line %s that ends the text after << is missing".formatted(delimiter));
    }

    SyntaxException problem(String message) {
        return new SyntaxException(line(), message);
    }
}
