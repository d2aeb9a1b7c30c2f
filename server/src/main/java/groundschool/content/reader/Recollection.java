package groundschool.content.reader;

import groundschool.content.Report;
import groundschool.content.memory.MemoryFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// How each file was understood when it was last read. A file that is still the same, in the same
/// surroundings, is not read again, also not by the next process if there is a file to leave it in.
/// Between [#begin] and [#end], several threads may read.
final class Recollection {

    /// Everything that the understanding of a file depends on, as checksums.
    record Key(long text, boolean draft, long surroundings) {

        /// As `equals`, which Java would make up at run time: that takes a start longer than it
        /// saves here.
        boolean isSameAs(Key other) {
            return text == other.text && draft == other.draft && surroundings == other.surroundings;
        }
    }

    private record Remembered(Key key, Parsed<?> parsed) {}

    /// What is left for the next process.
    private record Memory(Map<Path, Remembered> files, Map<Path, Assets.Seen> images) {}

    private final Optional<MemoryFile> memory;
    private final Assets assets;
    private Map<Path, Remembered> remembered = new HashMap<>();
    private Map<Path, Remembered> current = new ConcurrentHashMap<>();
    private volatile boolean hasLearned;

    /// One that begins with what an earlier process left.
    Recollection(Optional<MemoryFile> memory, Assets assets) {
        this.memory = memory;
        this.assets = assets;
        memory.flatMap(MemoryFile::read)
                .ifPresent(left -> {
                    if (left instanceof Memory(var files, var images)) {
                        remembered = files;
                        assets.remember(images);
                    }
                });
    }

    /// Leaves to the next process what this one has understood, if it is more than it was given.
    void keep() {
        if (hasLearned || assets.hasLearned()) {
            memory.ifPresent(file -> file.write(new Memory(remembered, assets.seen())));
            hasLearned = false;
        }
    }

    /// Begins to read all files.
    void begin() {
        current = new ConcurrentHashMap<>();
    }

    /// Forgets the files that have not been read since the beginning.
    void end() {
        remembered = current;
    }

    /// How a file is understood: as before, or else by this reader.
    @SuppressWarnings("unchecked") // a file is always read by the same reader
    <T> Parsed<T> of(Path file, Key key, Function<Report, Parsed<T>> read) {
        var before = remembered.get(file);
        if (before != null && before.key().isSameAs(key)) {
            current.put(file, before);
            return (Parsed<T>) before.parsed();
        }
        hasLearned = true;
        var report = new Report(file, key.draft());
        Parsed<T> parsed;
        try {
            parsed = read.apply(report);
        } catch (StackOverflowError e) {
            report.problem(1, "the file is nested too deeply to be read");
            parsed = Parsed.nothing(report);
        } catch (RuntimeException e) {
            // The Markdown parser is not ours; its mistakes must not hide which file they are
            // about.
            report.problem(1, "the file cannot be read, which is our mistake: please report " + e);
            parsed = Parsed.nothing(report);
        }
        current.put(file, new Remembered(key, parsed));
        return parsed;
    }
}
