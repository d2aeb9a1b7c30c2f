package groundschool.content;

import java.nio.file.Path;

/// An author's mistake, with the place to mend it and what to do.
///
/// @param line from 1
public record Problem(Path file, int line, Severity severity, String message)
        implements Comparable<Problem> {

    /// What a problem means for the content that has it.
    public enum Severity {
        /// The content is refused.
        PROBLEM,
        /// Worth knowing; the content is taken.
        NOTE
    }

    /// By file, then by line.
    @Override
    public int compareTo(Problem other) {
        var byFile = file.toString().compareTo(other.file.toString());
        if (byFile != 0) {
            return byFile;
        }
        var byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : message.compareTo(other.message);
    }

    /// Whether content with it is refused.
    public boolean refuses() {
        return severity == Severity.PROBLEM;
    }

    /// One line as compilers print it, so that editors can jump there.
    @Override
    public String toString() {
        return switch (severity) {
            case PROBLEM -> "%s:%d: %s".formatted(file, line, message);
            case NOTE -> "%s:%d: note: %s".formatted(file, line, message);
        };
    }
}
