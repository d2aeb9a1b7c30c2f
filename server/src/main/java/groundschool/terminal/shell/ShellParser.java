package groundschool.terminal.shell;

import groundschool.terminal.shell.Script.Assignment;
import groundschool.terminal.shell.Script.Chain;
import groundschool.terminal.shell.Script.Command;
import groundschool.terminal.shell.Script.Joint;
import groundschool.terminal.shell.Script.Link;
import groundschool.terminal.shell.Script.Piece;
import groundschool.terminal.shell.Script.Redirection;
import groundschool.terminal.shell.Script.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes a script apart, as a shell would; refuses, with a word on what to do instead, what this
/// terminal has not.
final class ShellParser {

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+[<>]");
    private static final Set<String> RESERVED =
            Set.of(
                    "if",
                    "then",
                    "else",
                    "fi",
                    "for",
                    "while",
                    "until",
                    "do",
                    "done",
                    "case",
                    "esac",
                    "function",
                    "select",
                    "[[",
                    "{",
                    "}",
                    "!",
                    "time");

    private final Cursor cursor;
    private final int depth;
    private final int deepest;

    private ShellParser(Cursor cursor, int depth, int deepest) {
        this.cursor = cursor;
        this.depth = depth;
        this.deepest = deepest;
    }

    /// @param deepest how deep substitutions may be nested
    /// @throws SyntaxException if the terminal cannot read it
    static Script parse(String source, int deepest) {
        var cursor = new Cursor(source);
        var script = new ShellParser(cursor, 0, deepest).script();
        if (!cursor.atEnd()) {
            throw cursor.problem("there is a `)` without its `(`");
        }
        return script;
    }

    /// The script inside `$(…)`, up to the closing bracket, which stays.
    static Script substitution(Cursor cursor, int depth, int deepest) {
        if (depth > deepest) {
            throw cursor.problem("$(…) is nested deeper than it may be here");
        }
        return new ShellParser(cursor, depth, deepest).script();
    }

    private Script script() {
        var chains = new ArrayList<Chain>();
        while (true) {
            skipSeparators();
            if (cursor.atEnd() || cursor.is(')')) {
                return new Script(chains);
            }
            chains.add(chain());
            cursor.skipBlanks();
            if (!cursor.atEnd() && !cursor.is(')') && !cursor.is('\n') && !cursor.is(';')) {
                throw unexpected();
            }
        }
    }

    private void skipSeparators() {
        cursor.skipBlanks();
        while (cursor.is('\n') || cursor.is(';')) {
            cursor.next();
            cursor.skipBlanks();
        }
    }

    private Chain chain() {
        var first = command();
        var rest = new ArrayList<Link>();
        while (true) {
            cursor.skipBlanks();
            if (cursor.take("&&")) {
                rest.add(new Link(Joint.AND, afterJoint()));
            } else if (cursor.take("||")) {
                rest.add(new Link(Joint.OR, afterJoint()));
            } else {
                return new Chain(first, rest);
            }
        }
    }

    private Command afterJoint() {
        cursor.skipBlanks();
        while (cursor.is('\n')) {
            cursor.next();
            cursor.skipBlanks();
        }
        return command();
    }

    private Command command() {
        cursor.skipBlanks();
        var begin = cursor.position();
        var line = cursor.line();
        var assignments = new ArrayList<Assignment>();
        var words = new ArrayList<Word>();
        var redirections = new ArrayList<Redirection>();
        var end = begin;
        while (true) {
            cursor.skipBlanks();
            var redirection = redirection();
            if (redirection.isPresent()) {
                redirections.add(redirection.get());
            } else if (cursor.atEnd() || "\n;&|()<>".indexOf(cursor.current()) >= 0) {
                break;
            } else if (words.isEmpty() && cursor.looksAt(ASSIGNMENT)) {
                assignments.add(assignment());
            } else {
                if (words.isEmpty()) {
                    refuseReserved();
                }
                words.add(word());
            }
            end = cursor.position();
        }
        if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
            throw unexpected();
        }
        return new Command(assignments, words, redirections, cursor.text(begin, end).strip(), line);
    }

    private Assignment assignment() {
        var name = cursor.takeName();
        cursor.next();
        var value = cursor.atWordEnd() ? new Word(List.of()) : word();
        return new Assignment(name, value);
    }

    private Optional<Redirection> redirection() {
        var from = Stream.OUT;
        if (cursor.looksAt(NUMBERED)) {
            switch (cursor.current()) {
                case '1' -> from = Stream.OUT;
                case '2' -> from = Stream.ERROR;
                default -> throw cursor.problem("only > and 2> redirect here");
            }
            cursor.next();
        }
        if (cursor.take("<<<") || cursor.take("&>") || cursor.take(">|")) {
            throw cursor.problem("only >, >>, 2>, 2>&1 and << redirect here");
        }
        if (cursor.take("<<-")) {
            throw cursor.problem("write << here; <<- is not supported");
        }
        if (cursor.take("<<")) {
            return Optional.of(hereDocument());
        }
        if (cursor.is('<')) {
            throw cursor.problem(
                    "nothing reads from < here: give a file's name, or file://NAME to aws");
        }
        if (cursor.take(">&")) {
            return switch (cursor.next()) {
                case '1' -> Optional.of(new Redirection.ToStream(from, Stream.OUT));
                case '2' -> Optional.of(new Redirection.ToStream(from, Stream.ERROR));
                default -> throw cursor.problem("after >& comes 1 or 2");
            };
        }
        if (cursor.take(">>")) {
            return Optional.of(new Redirection.ToFile(from, fileName(), true));
        }
        if (cursor.take(">")) {
            return Optional.of(new Redirection.ToFile(from, fileName(), false));
        }
        return Optional.empty();
    }

    private Word fileName() {
        cursor.skipBlanks();
        if (cursor.atWordEnd()) {
            throw cursor.problem("after > comes the name of a file");
        }
        return word();
    }

    private Redirection hereDocument() {
        cursor.skipBlanks();
        if (cursor.atWordEnd()) {
            throw cursor.problem("after << comes the line that ends the text, such as EOF");
        }
        var delimiter = new StringBuilder();
        var quoted = false;
        for (var piece : word().pieces()) {
            if (!(piece instanceof Piece.Text(var text, var inQuotes))) {
                throw cursor.problem("after << comes a plain word, such as EOF");
            }
            delimiter.append(text);
            quoted |= inQuotes;
        }
        var body = cursor.hereDocument(delimiter.toString());
        var text =
                quoted
                        ? new Word(List.of(new Piece.Text(body, true)))
                        : WordReader.hereDocument(body, depth, deepest);
        return new Redirection.HereDocument(text);
    }

    private Word word() {
        return new WordReader(cursor, depth, deepest).word();
    }

    private void refuseReserved() {
        var word = cursor.peekPlainWord();
        if (RESERVED.contains(word)) {
            throw cursor.problem(
                    "`%s` is not here: this terminal runs commands one by one, without loops,"
                                    .formatted(word)
                            + " conditions or functions; && and || join two commands");
        }
    }

    private SyntaxException unexpected() {
        if (cursor.atEnd()) {
            return cursor.problem("a command is missing at the end");
        }
        return switch (cursor.current()) {
            case '|' ->
                    cursor.problem(
                            "there are no pipes here: pick from an answer with --query, or keep it"
                                    + " in a file with > and read it with file://");
            case '&' ->
                    cursor.problem("commands do not run in the background here: leave out the &");
            case '(' -> cursor.problem("there are no subshells here: leave out the brackets");
            default -> cursor.problem("unexpected `%c`".formatted(cursor.current()));
        };
    }
}
