package groundschool.content.memory;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one start leaves for the next, with the repository's own content.
class MemoryFileTest {

    private static final Path REPOSITORY = Path.of("..");

    @TempDir private Path folder;

    @Test
    void the_next_start_understands_the_same() {
        var first = read();
        assertThat(memory()).isNotEmptyFile();

        var second = read();

        assertThat(second.courses()).isEqualTo(first.courses());
        assertThat(second.labs()).isEqualTo(first.labs());
        assertThat(second.passages()).isEqualTo(first.passages());
    }

    @Test
    void nothing_is_written_where_nothing_was_learned() throws IOException {
        read();
        var before = Files.getLastModifiedTime(memory());

        read();

        assertThat(Files.getLastModifiedTime(memory())).isEqualTo(before);
    }

    @Test
    void a_file_that_has_changed_since_is_read_again() throws IOException {
        var content = folder.resolve("content");
        copy(REPOSITORY.resolve("content"), content);
        copy(REPOSITORY.resolve("labs"), folder.resolve("labs"));
        read(content);
        var lesson = content.resolve("aws-serverless/05-dynamodb/01-tables-keys-items.md");
        Files.writeString(
                lesson, Files.readString(lesson).replaceFirst("title: .*", "title: A new title"));

        var again = read(content);

        assertThat(again.lesson("tables-keys-items").orElseThrow().title())
                .isEqualTo("A new title");
    }

    @Test
    void a_broken_file_is_as_good_as_none() throws IOException {
        var first = read();
        var bytes = Files.readAllBytes(memory());
        bytes[bytes.length / 2] ^= 1;
        Files.write(memory(), bytes);

        assertThat(new MemoryFile(memory()).read()).isEmpty();
        assertThat(read().courses()).isEqualTo(first.courses());
    }

    private Path memory() {
        return folder.resolve("content.memory");
    }

    private Catalogue read() {
        return read(REPOSITORY.resolve("content"));
    }

    private Catalogue read(Path content) {
        var reader = new ContentReader(Optional.of(new MemoryFile(memory())), new CheckRule());
        var read = reader.read(content, content.resolveSibling("labs"));
        reader.keep();
        assertThat(read).isInstanceOf(ContentReader.Result.Loaded.class);
        return ((ContentReader.Result.Loaded) read).catalogue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
