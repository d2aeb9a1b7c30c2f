package groundschool.terminal.shell;

import groundschool.terminal.shell.Script.Piece;
import groundschool.terminal.shell.Script.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Turns the words of one command into its arguments.
final class Expansion {

    /// A word that cannot be expanded; the message says why.
    static final class Failed extends RuntimeException {
        Failed(String why) {
            super(why, null, false, false);
        }
    }

    /// What a `$(…)` wrote, and how it ended.
    record Substituted(String output, int exitCode) {}

    private final Variables variables;
    private final Modes modes;
    private final int lastExitCode;
    private final Function<Script, Substituted> substitute;
    private int exitCode;

    Expansion(
            Variables variables,
            Modes modes,
            int lastExitCode,
            Function<Script, Substituted> substitute) {
        this.variables = variables;
        this.modes = modes;
        this.lastExitCode = lastExitCode;
        this.substitute = substitute;
    }

    /// The exit code of the last substitution, 0 if there was none.
    int exitCode() {
        return exitCode;
    }

    /// The fields that the words make: what is not quoted splits at spaces, and vanishes if it is
    /// empty.
    List<String> fields(List<Word> words) {
        var fields = new ArrayList<String>();
        for (var word : words) {
            if (fields.size() > 0 && fields.getFirst().equals("export")) {
                fields.add(text(word)); // an assignment, which does not split
            } else {
                addFields(word, fields);
            }
        }
        return fields;
    }

    /// The word as one text, as in an assignment.
    String text(Word word) {
        var text = new StringBuilder();
        for (var piece : word.pieces()) {
            text.append(value(piece));
        }
        return text.toString();
    }

    private void addFields(Word word, List<String> fields) {
        var field = new StringBuilder();
        var begun = false;
        for (var piece : word.pieces()) {
            var value = value(piece);
            if (piece.quoted() || piece instanceof Piece.Text) {
                field.append(value);
                begun = true;
                continue;
            }
            for (var i = 0; i < value.length(); i++) {
                var character = value.charAt(i);
                if (character != ' ' && character != '\t' && character != '\n') {
                    field.append(character);
                    begun = true;
                } else if (begun) {
                    fields.add(field.toString());
                    field.setLength(0);
                    begun = false;
                }
            }
        }
        if (begun) {
            fields.add(field.toString());
        }
    }

    private String value(Piece piece) {
        return switch (piece) {
            case Piece.Text(var text, _) -> text;
            case Piece.Variable(var name, _) -> variable(name);
            case Piece.Substitution(var script, _) -> {
                var substituted = substitute.apply(script);
                exitCode = substituted.exitCode();
                yield withoutLastLineBreaks(substituted.output());
            }
        };
    }

    private String variable(String name) {
        if (name.equals("?")) {
            return String.valueOf(lastExitCode);
        }
        var value = variables.get(name);
        if (value.isEmpty() && modes.refuseUnset()) {
            throw new Failed(name + ": unbound variable");
        }
        return value.orElse("");
    }

    private static String withoutLastLineBreaks(String output) {
        var end = output.length();
        while (end > 0 && output.charAt(end - 1) == '\n') {
            end--;
        }
        return output.substring(0, end);
    }
}
