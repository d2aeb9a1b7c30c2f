package groundschool.emulator.dynamodb.transfer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pieces of Amazon Ion text: space and comments go by themselves.
final class IonTokens {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "-?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[dDeE][+-]?[0-9]+)?)");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}(?:T|-[0-9]{2}).*", Pattern.DOTALL);
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.]*|[+-]inf");
    private static final int MOST_NUMBER_LETTERS = 200;

    private final String text;
    private int at;

    IonTokens(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        skipSpace();
        return at >= text.length();
    }

    /// Passes over a letter, if it is there.
    boolean skips(char letter) {
        skipSpace();
        if (text.startsWith("{{", at) && letter == '{' || peek() != letter) {
            return false;
        }
        at++;
        return true;
    }

    /// @throws BadObjectException unless that letter is there
    void expect(char letter) {
        skipSpace();
        if (peek() != letter) {
            throw bad("'" + letter + "' is missing");
        }
        at++;
    }

    boolean isAtString() {
        skipSpace();
        return peek() == '"' || text.startsWith("'''", at);
    }

    boolean isAtBlob() {
        skipSpace();
        return text.startsWith("{{", at);
    }

    boolean isAtNumber() {
        skipSpace();
        char first = peek();
        return first >= '0' && first <= '9'
                || first == '-' && at + 1 < text.length() && text.charAt(at + 1) <= '9';
    }

    boolean isAtSymbol(String word) {
        skipSpace();
        int start = at;
        boolean found = isAtWord() && symbol().equals(word);
        at = start;
        return found;
    }

    /// Whether a symbol with two colons follows.
    boolean isAtAnnotation() {
        skipSpace();
        int start = at;
        boolean found = false;
        if (isAtWord() || peek() == '\'' && !text.startsWith("'''", at)) {
            symbol();
            skipSpace();
            found = text.startsWith("::", at);
        }
        at = start;
        return found;
    }

    private boolean isAtWord() {
        return at < text.length() && matcher(SYMBOL).lookingAt();
    }

    /// A symbol, quoted or not, or a keyword.
    String symbol() {
        skipSpace();
        if (peek() == '\'') {
            at++;
            return until("'");
        }
        var word = matcher(SYMBOL);
        if (!word.lookingAt()) {
            throw bad("no value that is known");
        }
        at = word.end();
        return word.group();
    }

    /// A string, or several long ones that follow each other.
    String string() {
        skipSpace();
        if (peek() == '"') {
            at++;
            return until("\"");
        }
        var all = new StringBuilder();
        while (text.startsWith("'''", at)) {
            at += 3;
            all.append(until("'''"));
            skipSpace();
        }
        return all.toString();
    }

    /// What a blob has in base64.
    String blob() {
        expect('{');
        at++;
        int end = text.indexOf("}}", at);
        if (end < 0) {
            throw bad("a blob that does not end");
        }
        var base64 = text.substring(at, end).replaceAll("\\s", "");
        at = end + 2;
        return base64;
    }

    BigDecimal number() {
        skipSpace();
        if (matcher(TIME).lookingAt()) {
            throw bad("a timestamp, which DynamoDB has not");
        }
        var number = matcher(NUMBER);
        if (!number.lookingAt() || number.group().length() > MOST_NUMBER_LETTERS) {
            throw bad("no number");
        }
        at = number.end();
        var digits = number.group().replace("_", "");
        try {
            var plain = digits.replace("-", "").toLowerCase(Locale.ROOT);
            if (plain.startsWith("0x") || plain.startsWith("0b")) {
                var whole = new BigInteger(plain.substring(2), plain.charAt(1) == 'x' ? 16 : 2);
                return new BigDecimal(digits.startsWith("-") ? whole.negate() : whole);
            }
            return new BigDecimal(digits.replace('d', 'e').replace('D', 'e'));
        } catch (NumberFormatException tooLarge) {
            throw bad("no number");
        }
    }

    private String until(String end) {
        var all = new StringBuilder();
        while (!text.startsWith(end, at)) {
            if (at >= text.length()) {
                throw bad("a text that does not end");
            }
            char letter = text.charAt(at++);
            if (letter == '\\') {
                escape(all);
            } else {
                all.append(letter);
            }
        }
        at += end.length();
        return all.toString();
    }

    private void escape(StringBuilder all) {
        char kind = peek();
        at++;
        switch (kind) {
            case 'n' -> all.append('\n');
            case 'r' -> all.append('\r');
            case 't' -> all.append('\t');
            case 'a' -> all.append('\u0007');
            case 'b' -> all.append('\b');
            case 'f' -> all.append('\f');
            case 'v' -> all.append('\u000b');
            case '0' -> all.append('\0');
            case 'x' -> all.appendCodePoint(hexadecimal(2));
            case 'u' -> all.appendCodePoint(hexadecimal(4));
            case 'U' -> all.appendCodePoint(hexadecimal(8));
            case '\n' -> {}
            case '"', '\'', '\\', '/', '?' -> all.append(kind);
            default -> throw bad("an escape that is not known");
        }
    }

    private int hexadecimal(int digits) {
        try {
            int code = Integer.parseInt(text, at, at + digits, 16);
            at += digits;
            if (Character.isValidCodePoint(code)) {
                return code;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException noDigits) {
            throw bad("an escape that is not known");
        }
        throw bad("an escape that is not known");
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                if (end < 0) {
                    throw bad("a comment that does not end");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private BadObjectException bad(String what) {
        return new BadObjectException(
                "The object is no valid Ion: %s at letter %d".formatted(what, at));
    }
}
