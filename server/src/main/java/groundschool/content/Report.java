package groundschool.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Collects the problems of one file while it is read. Used by one thread.
public final class Report {

    private final Path file;
    private final boolean draft;
    private final SequencedSet<Problem> problems = new LinkedHashSet<>();

    /// @param draft whether [#lacking] is only worth a note
    public Report(Path file, boolean draft) {
        this.file = file;
        this.draft = draft;
    }

    /// The file that is read.
    public Path file() {
        return file;
    }

    /// Something that is wrong.
    ///
    /// @param message what is wrong and what to do about it
    public void problem(int line, String message) {
        problems.add(new Problem(file, line, Problem.Severity.PROBLEM, message));
    }

    /// Something that is worth knowing.
    public void note(int line, String message) {
        problems.add(new Problem(file, line, Problem.Severity.NOTE, message));
    }

    /// Something that is missing, which a draft may.
    public void lacking(int line, String message) {
        if (draft) {
            note(line, message);
        } else {
            problem(line, message);
        }
    }

    /// All that was reported, each once.
    public List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
