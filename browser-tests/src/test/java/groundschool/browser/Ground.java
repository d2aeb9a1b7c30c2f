package groundschool.browser;

import groundschool.Main;
import groundschool.Settings;
import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
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

/// The whole server, on a data folder of its own and a copy of the real content.
final class Ground implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private Main main;

    private Ground(Path folder) throws IOException {
        this.folder = folder;
        this.main = start(folder);
    }

    /// A new one, that nobody has learned on yet.
    static Ground open() {
        try {
            var folder = Files.createTempDirectory("ground");
            copy(REPOSITORY.resolve("content"), folder.resolve("content"));
            copy(REPOSITORY.resolve("labs"), folder.resolve("labs"));
            return new Ground(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Main start(Path folder) throws IOException {
        return new Main(
                new Settings(
                        0,
                        "127.0.0.1",
                        0,
                        folder.resolve("data"),
                        folder.resolve("content"),
                        folder.resolve("labs"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /// Stops the server and starts it again on the same folders, at another port.
    void restart() {
        try {
            main.close();
            main = start(folder);
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

    /// The course's files, which a test may change.
    Path course() {
        return folder.resolve("content/aws-serverless");
    }

    /// The labs' files.
    Path labs() {
        return folder.resolve("labs");
    }

    /// What the author wrote, keys included.
    Catalogue catalogue() {
        return switch (new ContentReader()
                .read(folder.resolve("content"), folder.resolve("labs"))) {
            case ContentReader.Result.Loaded loaded -> loaded.catalogue();
            case ContentReader.Result.Refused refused ->
                    throw new IllegalStateException(refused.problems().toString());
        };
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
