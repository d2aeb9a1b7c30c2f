package groundschool.browser;

import groundschool.Main;
import groundschool.Settings;
import groundschool.content.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole server, on a data folder of its own and the real content.
final class Ground implements AutoCloseable {

    private final Path folder;
    private final Shelf shelf;
    private Main main;

    private Ground(Path folder, Shelf shelf) throws IOException {
        this.folder = folder;
        this.shelf = shelf;
        this.main = start();
    }

    /// A new one, that nobody has learned on yet, and whose content nobody changes.
    static Ground open() {
        try {
            return new Ground(Files.createTempDirectory("ground"), Shelf.COMMON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One with a copy of the content, that its authors may change.
    static Ground ofAuthors() {
        try {
            var folder = Files.createTempDirectory("ground");
            copy(Shelf.COMMON.content(), folder.resolve("content"));
            copy(Shelf.COMMON.labs(), folder.resolve("labs"));
            return new Ground(folder, new Shelf(folder, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Main start() throws IOException {
        return new Main(
                new Settings(
                        0,
                        "127.0.0.1",
                        0,
                        folder.resolve("data"),
                        shelf.content(),
                        shelf.labs(),
                        Optional.empty(),
                        List.of(),
                        shelf.memory()));
    }

    /// Stops the server and starts it again on the same folders, at another port.
    void restart() {
        try {
            main.close();
            main = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The site's address, without a slash at the end.
    String origin() {
        return "http://localhost:" + main.port();
    }

    int port() {
        return main.port();
    }

    /// The course's files.
    Path course() {
        return shelf.content().resolve("aws-serverless");
    }

    /// The labs' files.
    Path labs() {
        return shelf.labs();
    }

    /// What the author wrote, keys included.
    Catalogue catalogue() {
        return shelf.read();
    }

    @Override
    public void close() throws IOException {
        main.close();
        delete(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path each, @Nullable IOException failure) throws IOException {
                        Files.delete(each);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
