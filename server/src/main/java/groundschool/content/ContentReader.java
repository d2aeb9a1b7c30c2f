package groundschool.content;

import groundschool.content.memory.MemoryFile;
import groundschool.content.reader.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads all courses and labs: into a catalogue, or into everything that is wrong with them.
///
/// It remembers what it read, so that reading again after one file has changed is quick.
public final class ContentReader {

    private final Library library;
    private final List<Rule> rules;

    /// @param rules what the content must obey besides
    public ContentReader(Rule... rules) {
        this(Optional.empty(), _ -> List.of(), List.of(rules));
    }

    /// @param labRule what other packages know to be wrong with labs
    /// @param rules what the content must obey besides
    public ContentReader(LabRule labRule, List<Rule> rules) {
        this(Optional.empty(), labRule, rules);
    }

    /// @param memory where an earlier process may have left what it understood
    /// @param labRule what other packages know to be wrong with labs
    public ContentReader(Optional<MemoryFile> memory, LabRule labRule) {
        this(memory, labRule, List.of());
    }

    private ContentReader(Optional<MemoryFile> memory, LabRule labRule, List<Rule> rules) {
        this.library = new Library(memory, labRule);
        this.rules = List.copyOf(rules);
    }

    /// Leaves to the next process what this one has understood.
    public synchronized void keep() {
        library.keep();
    }

    /// Something that the whole of the content must obey and that its reader does not know.
    public interface Rule {

        /// What is wrong with this content; empty if nothing. Rules are asked side by side: proofs
        /// and spelling each take seconds of a course's check.
        ///
        /// @param catalogue has nothing but its origins if the content is refused already
        List<Problem> problemsOf(Catalogue catalogue);
    }

    /// What reading gave.
    public sealed interface Result {

        /// All problems and notes, by file and line.
        List<Problem> problems();

        /// The content is good.
        ///
        /// @param problems notes only
        record Loaded(Catalogue catalogue, List<Problem> problems) implements Result {

            public Loaded {
                problems = List.copyOf(problems);
            }
        }

        /// The content is not taken: none of it.
        record Refused(List<Problem> problems) implements Result {

            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads both folders.
    ///
    /// @param contentFolder a folder of courses, or a single course
    /// @param labsFolder a folder of labs; one that is not there has none
    public synchronized Result read(Path contentFolder, Path labsFolder) {
        var read = library.read(contentFolder.normalize(), labsFolder.normalize());
        var catalogue = read.catalogue();
        var more = rules.parallelStream().flatMap(rule -> rule.problemsOf(catalogue).stream());
        var all = java.util.stream.Stream.concat(read.problems().stream(), more).sorted().toList();
        return all.stream().anyMatch(Problem::refuses)
                ? new Result.Refused(all)
                : new Result.Loaded(catalogue, all);
    }
}
