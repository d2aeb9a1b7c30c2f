package groundschool.terminal.shell;

import java.util.List;

/// A script, taken apart: chains of commands, one after the other.
///
/// @param chains what newlines and semicolons separate
public record Script(List<Chain> chains) {

    public Script {
        chains = List.copyOf(chains);
    }

    /// Commands that `&&` and `||` join, from left to right.
    record Chain(Command first, List<Link> rest) {
        Chain {
            rest = List.copyOf(rest);
        }
    }

    /// A command that runs or not, as the one before it went.
    record Link(Joint joint, Command command) {}

    /// `&&` or `||`.
    enum Joint {
        AND,
        OR
    }

    /// A command as typed.
    ///
    /// @param source its own text, for those who show what was run
    /// @param line where it begins, from 1
    record Command(
            List<Assignment> assignments,
            List<Word> words,
            List<Redirection> redirections,
            String source,
            int line) {
        Command {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /// `NAME=value`.
    record Assignment(String name, Word value) {}

    /// Where a command's text goes or comes from.
    sealed interface Redirection {
        /// `> file`, `>> file`, `2> file`.
        record ToFile(Stream stream, Word file, boolean append) implements Redirection {}

        /// `2>&1`, `>&2`.
        record ToStream(Stream from, Stream to) implements Redirection {}

        /// `<<EOF`.
        record HereDocument(Word text) implements Redirection {}
    }

    /// A word of a command: pieces that expand one by one.
    record Word(List<Piece> pieces) {
        Word {
            pieces = List.copyOf(pieces);
        }
    }

    /// Part of a word. What is quoted stays one field, even if it is empty or holds spaces.
    sealed interface Piece {
        boolean quoted();

        /// Itself.
        record Text(String text, boolean quoted) implements Piece {}

        /// `$NAME`, `${NAME}`, `$?`.
        record Variable(String name, boolean quoted) implements Piece {}

        /// `$(…)`.
        record Substitution(Script script, boolean quoted) implements Piece {}
    }
}
