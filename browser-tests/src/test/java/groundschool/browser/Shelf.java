package groundschool.browser;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.memory.MemoryFile;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where courses and labs stand, and how they were understood when they were last read.
final class Shelf {

    /// The repository's own, which is understood once for all servers that this process starts.
    static final Shelf COMMON = common();

    private final Path folder;
    private final Optional<Path> memory;
    private final ContentReader reader;

    /// @param folder has `content` and `labs`
    /// @param memory a file for what was understood
    Shelf(Path folder, Optional<Path> memory) {
        this.folder = folder;
        this.memory = memory;
        this.reader = new ContentReader(memory.map(MemoryFile::new), new CheckRule());
    }

    private static Shelf common() {
        try {
            var file = Files.createTempFile("content", ".memory");
            file.toFile().deleteOnExit();
            var shelf = new Shelf(Path.of("..").toAbsolutePath().normalize(), Optional.of(file));
            shelf.read();
            shelf.reader.keep();
            return shelf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path content() {
        return folder.resolve("content");
    }

    Path labs() {
        return folder.resolve("labs");
    }

    Optional<Path> memory() {
        return memory;
    }

    /// What stands there now.
    Catalogue read() {
        return switch (reader.read(content(), labs())) {
            case ContentReader.Result.Loaded loaded -> loaded.catalogue();
            case ContentReader.Result.Refused refused ->
                    throw new IllegalStateException(refused.problems().toString());
        };
    }
}
