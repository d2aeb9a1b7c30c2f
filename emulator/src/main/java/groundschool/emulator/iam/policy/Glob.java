package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.stream.IntStream;

/// A pattern of characters and wildcards. It never takes longer than the product of the lengths of
/// pattern and text, however many wildcards there are.
final class Glob {

    /// Any characters, also none.
    static final int ANY = -1;

    /// Any characters but colons, also none.
    static final int ANY_IN_SEGMENT = -2;

    /// Any one character.
    static final int ONE = -3;

    /// Any one character but a colon.
    static final int ONE_IN_SEGMENT = -4;

    /// Where the pattern has ended.
    private static final int END = Integer.MIN_VALUE;

    private enum Shape {
        EXACT,
        PREFIX,
        /// Texts between wildcards that match anything.
        CHUNKS,
        GENERAL
    }

    private final int[] tokens;
    private final Shape shape;
    private final String head;
    private final String tail;

    /// What stands between the wildcards.
    private final String[] middle;

    /// @param tokens characters, and the constants of this class
    Glob(int[] tokens) {
        this.tokens = tokens;
        this.head = head(tokens);
        this.tail = tail(tokens);
        this.middle = middle(tokens, head.length(), tokens.length - tail.length());
        if (head.length() == tokens.length) {
            this.shape = Shape.EXACT;
        } else if (head.length() == tokens.length - 1 && tokens[head.length()] == ANY) {
            this.shape = Shape.PREFIX;
        } else {
            boolean plain = IntStream.of(tokens).allMatch(token -> token >= ANY);
            this.shape = plain ? Shape.CHUNKS : Shape.GENERAL;
        }
    }

    /// The ends are compared first: ARNs begin alike.
    boolean matches(String text) {
        return switch (shape) {
            case EXACT -> text.equals(head);
            case PREFIX -> text.startsWith(head);
            case CHUNKS ->
                    text.length() >= head.length() + tail.length()
                            && text.endsWith(tail)
                            && text.startsWith(head)
                            && hasMiddle(text);
            case GENERAL ->
                    text.endsWith(tail)
                            && text.startsWith(head)
                            && matches(tokens, head.length(), text);
        };
    }

    /// The characters that a text has to begin with. Whatever is negative is no character.
    static String head(int[] tokens) {
        int end = 0;
        while (end < tokens.length && tokens[end] >= 0) {
            end++;
        }
        return text(tokens, 0, end);
    }

    /// The characters that a text has to end with.
    static String tail(int[] tokens) {
        int begin = tokens.length;
        while (begin > 0 && tokens[begin - 1] >= 0) {
            begin--;
        }
        return text(tokens, begin, tokens.length);
    }

    private boolean hasMiddle(String text) {
        int at = head.length();
        int end = text.length() - tail.length();
        for (var chunk : middle) {
            int found = text.indexOf(chunk, at, end);
            if (found < 0) {
                return false;
            }
            at = found + chunk.length();
        }
        return true;
    }

    private static String[] middle(int[] tokens, int from, int to) {
        var chunks = new ArrayList<String>();
        int begin = from;
        for (int at = from; at < to; at++) {
            if (tokens[at] < 0) {
                chunks.add(text(tokens, begin, at));
                begin = at + 1;
            }
        }
        return chunks.stream().filter(chunk -> !chunk.isEmpty()).toArray(String[]::new);
    }

    /// Goes on from the last wildcard that can still take one more character: the nearest one
    /// within a segment, until a colon stops it, or else the nearest one that colons do not stop.
    /// Others need not be tried again, because the text between two wildcards was placed as early
    /// as it fits.
    ///
    /// @param start how many characters of both are known to be the same
    static boolean matches(int[] tokens, int start, String text) {
        int at = start;
        int next = start;
        int afterAny = -1;
        int anyEnds = 0;
        int afterSegment = -1;
        int segmentEnds = 0;
        while (at < text.length()) {
            int token = next < tokens.length ? tokens[next] : END;
            char c = text.charAt(at);
            if (token == ANY) {
                afterAny = ++next;
                anyEnds = at;
                afterSegment = -1;
            } else if (token == ANY_IN_SEGMENT) {
                afterSegment = ++next;
                segmentEnds = at;
            } else if (token == c || token == ONE || (token == ONE_IN_SEGMENT && c != ':')) {
                next++;
                at++;
            } else if (afterSegment >= 0 && text.charAt(segmentEnds) != ':') {
                at = ++segmentEnds;
                next = afterSegment;
            } else if (afterAny >= 0) {
                afterSegment = -1;
                at = ++anyEnds;
                next = afterAny;
            } else {
                return false;
            }
        }
        while (next < tokens.length && (tokens[next] == ANY || tokens[next] == ANY_IN_SEGMENT)) {
            next++;
        }
        return next == tokens.length;
    }

    private static String text(int[] tokens, int from, int to) {
        var text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) tokens[i]);
        }
        return text.toString();
    }
}
