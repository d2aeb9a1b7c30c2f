package groundschool.emulator.iam.policy;

import java.util.Arrays;

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

    private enum Shape {
        EXACT,
        PREFIX,
        GENERAL
    }

    private final int[] tokens;
    private final Shape shape;
    private final String literal;

    /// @param tokens characters, and the constants of this class
    Glob(int[] tokens) {
        this.tokens = tokens;
        int literals = literalsOf(tokens);
        this.literal = text(tokens, literals);
        if (literals == tokens.length) {
            this.shape = Shape.EXACT;
        } else if (literals == tokens.length - 1 && tokens[literals] == ANY) {
            this.shape = Shape.PREFIX;
        } else {
            this.shape = Shape.GENERAL;
        }
    }

    boolean matches(String text) {
        return switch (shape) {
            case EXACT -> text.equals(literal);
            case PREFIX -> text.startsWith(literal);
            case GENERAL -> text.startsWith(literal) && matchesFrom(literal.length(), text);
        };
    }

    /// Goes on from the last wildcard that can still take one more character: the nearest one
    /// within a segment, until a colon stops it, or else the nearest one that colons do not stop.
    /// Others need not be tried again, because the text between two wildcards was placed as early
    /// as it fits.
    private boolean matchesFrom(int start, String text) {
        int at = start;
        int next = start;
        int afterAny = -1;
        int anyEnds = 0;
        int afterSegment = -1;
        int segmentEnds = 0;
        while (at < text.length()) {
            int token = next < tokens.length ? tokens[next] : Integer.MIN_VALUE;
            char c = text.charAt(at);
            if (token == ANY) {
                afterAny = ++next;
                anyEnds = at;
                afterSegment = -1;
            } else if (token == ANY_IN_SEGMENT) {
                afterSegment = ++next;
                segmentEnds = at;
            } else if (takes(token, c)) {
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

    private static boolean takes(int token, char c) {
        return token == c || token == ONE || token == ONE_IN_SEGMENT && c != ':';
    }

    private static int literalsOf(int[] tokens) {
        int count = 0;
        while (count < tokens.length && tokens[count] >= 0) {
            count++;
        }
        return count;
    }

    private static String text(int[] tokens, int length) {
        var text = new StringBuilder(length);
        Arrays.stream(tokens, 0, length).forEach(token -> text.append((char) token));
        return text.toString();
    }
}
