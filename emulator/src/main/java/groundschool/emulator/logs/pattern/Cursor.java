package groundschool.emulator.logs.pattern;

/// A place in the text of a pattern.
final class Cursor {

    private final String text;
    private int at;
    private String member = "";

    Cursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /// The next character, or a space at the end.
    char peek() {
        return isAtEnd() ? ' ' : text.charAt(at);
    }

    void require(boolean fulfilled) {
        if (!fulfilled) {
            throw new PatternException("wrong at " + at);
        }
    }

    void skipSpace() {
        while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /// Goes on behind a text if it comes next.
    boolean take(String next) {
        if (!text.startsWith(next, at)) {
            return false;
        }
        at += next.length();
        return true;
    }

    /// The same for a word, whatever its case, with the space before it.
    boolean takeWord(String word) {
        skipSpace();
        boolean isNext =
                text.regionMatches(true, at, word, 0, word.length())
                        && (at + word.length() == text.length()
                                || !Character.isLetterOrDigit(text.charAt(at + word.length())));
        at += isNext ? word.length() : 0;
        return isNext;
    }

    /// A text in quotation marks, in which a backslash takes the next character as it is.
    String quoted() {
        require(take("\""));
        var content = new StringBuilder();
        while (!isAtEnd()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return content.toString();
            }
            if (next == '\\' && !isAtEnd()) {
                next = text.charAt(at++);
            }
            content.append(next);
        }
        throw new PatternException("no end of the quotation");
    }

    /// What stands up to the next `end`, which may stand behind a backslash.
    String between(char end) {
        int start = ++at;
        while (!isAtEnd() && text.charAt(at) != end) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        require(!isAtEnd());
        return text.substring(start, at++);
    }

    /// A word of a message: anything but space and what has a meaning.
    String word() {
        return some("\"%", false);
    }

    /// A value without quotation marks.
    String value() {
        return some("\"(){}[],&|=<>!", false);
    }

    /// The name of a member.
    String name() {
        return some("\"(){}[],&|=<>!.$%*", false);
    }

    /// The name of a field, which it need not have.
    String optionalName() {
        return some("\"(){}[],&|=<>!.$%*", true);
    }

    private String some(String without, boolean mayBeEmpty) {
        int start = at;
        while (!isAtEnd()
                && !Character.isWhitespace(text.charAt(at))
                && without.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        require(mayBeEmpty || at > start);
        return text.substring(start, at);
    }

    boolean isAtOperator() {
        return !isAtEnd() && "=<>!".indexOf(text.charAt(at)) >= 0;
    }

    int index() {
        int start = at;
        while (!isAtEnd() && Character.isDigit(text.charAt(at)) && at - start < 6) {
            at++;
        }
        require(at > start);
        return Integer.parseInt(text.substring(start, at));
    }

    /// A member's name as `['name']` or `["name"]`, with or without a dot before it.
    boolean takeQuotedMember() {
        for (var open : new String[] {".['", "['", ".[\"", "[\""}) {
            if (text.startsWith(open, at)) {
                int start = at + open.length();
                int end = text.indexOf(open.charAt(open.length() - 1) + "]", start);
                require(end > start);
                member = text.substring(start, end);
                at = end + 2;
                return true;
            }
        }
        return false;
    }

    /// What `takeQuotedMember` has taken.
    String lastMember() {
        return member;
    }
}
