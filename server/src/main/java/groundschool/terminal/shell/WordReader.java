package groundschool.terminal.shell;

import groundschool.terminal.shell.Script.Piece;
import groundschool.terminal.shell.Script.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads one word of a command: plain text, quotes, escapes, variables and substitutions.
final class WordReader {

    private final Cursor cursor;
    private final int depth;
    private final int deepest;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    /// For each open unquoted brace, whether a comma came in it.
    private final Deque<Boolean> braces = new ArrayDeque<>();

    WordReader(Cursor cursor, int depth, int deepest) {
        this.cursor = cursor;
        this.depth = depth;
        this.deepest = deepest;
    }

    /// The text of a here-document whose variables and substitutions count.
    static Word hereDocument(String body, int depth, int deepest) {
        var cursor = new Cursor(body);
        var reader = new WordReader(cursor, depth, deepest);
        var text = new StringBuilder();
        while (!cursor.atEnd()) {
            reader.quotedPiece(text, "\\$`");
        }
        reader.addQuoted(text);
        return new Word(reader.pieces);
    }

    Word word() {
        while (!cursor.atWordEnd()) {
            switch (cursor.current()) {
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                case '$' -> dollar(false);
                case '`' -> throw backquote();
                default -> plain.append(watchingBraces(cursor.next()));
            }
        }
        endPlain();
        return new Word(pieces);
    }

    private void singleQuoted() {
        cursor.next();
        endPlain();
        pieces.add(new Piece.Text(cursor.takeUntil('\''), true));
    }

    private void doubleQuoted() {
        cursor.next();
        endPlain();
        var text = new StringBuilder();
        while (!cursor.is('"')) {
            if (cursor.atEnd()) {
                throw cursor.problem("the closing \" is missing");
            }
            quotedPiece(text, "\\$`\"");
        }
        cursor.next();
        pieces.add(new Piece.Text(text.toString(), true));
    }

    private void quotedPiece(StringBuilder text, String escapable) {
        switch (cursor.current()) {
            case '\\' -> {
                cursor.next();
                var escaped = cursor.next();
                if (escapable.indexOf(escaped) >= 0) {
                    text.append(escaped);
                } else if (escaped != '\n') {
                    text.append('\\').append(escaped);
                }
            }
            case '$' -> {
                addQuoted(text);
                dollar(true);
            }
            case '`' -> throw backquote();
            default -> text.append(cursor.next());
        }
    }

    private void escaped() {
        cursor.next();
        if (cursor.is('\n')) {
            cursor.next();
            return;
        }
        endPlain();
        pieces.add(new Piece.Text(cursor.atEnd() ? "\\" : String.valueOf(cursor.next()), true));
    }

    private void dollar(boolean quoted) {
        cursor.next();
        if (cursor.take("((")) {
            throw cursor.problem("$((…)) does not calculate here: write the number");
        }
        if (cursor.take("(")) {
            var script = ShellParser.substitution(cursor, depth + 1, deepest);
            if (!cursor.take(")")) {
                throw cursor.problem("the closing ) of $( is missing");
            }
            add(new Piece.Substitution(script, quoted));
        } else if (cursor.take("{")) {
            var name = cursor.take("?") ? "?" : cursor.takeName();
            if (name.isEmpty() || !cursor.take("}")) {
                throw cursor.problem("between ${ and } stands the name of a variable here");
            }
            add(new Piece.Variable(name, quoted));
        } else if (cursor.take("?")) {
            add(new Piece.Variable("?", quoted));
        } else if (Character.isDigit(cursor.current()) || "@*#$!-".indexOf(cursor.current()) >= 0) {
            throw cursor.problem("$%c is not here".formatted(cursor.current()));
        } else {
            var name = cursor.takeName();
            add(name.isEmpty() ? new Piece.Text("$", quoted) : new Piece.Variable(name, quoted));
        }
    }

    private void add(Piece piece) {
        endPlain();
        pieces.add(piece);
    }

    private void addQuoted(StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text.toString(), true));
            text.setLength(0);
        }
    }

    private void endPlain() {
        if (!plain.isEmpty()) {
            pieces.add(new Piece.Text(plain.toString(), false));
            plain.setLength(0);
        }
    }

    /// A shell would make several words of `{a,b}`, which is never what JSON or shorthand means.
    private char watchingBraces(char character) {
        switch (character) {
            case '{' -> braces.push(false);
            case ',' -> {
                if (!braces.isEmpty()) {
                    braces.pop();
                    braces.push(true);
                }
            }
            case '}' -> {
                if (!braces.isEmpty() && braces.pop()) {
                    throw cursor.problem(
                            "a shell makes several words of {…,…}: put it in single quotes, '{…,…}'");
                }
            }
            default -> {}
        }
        return character;
    }

    private SyntaxException backquote() {
        return cursor.problem("write $(…) in place of `…`");
    }
}
