package groundschool.content.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.content.ContentReader;
import groundschool.content.CourseFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalityTest {

    @TempDir private Path folder;
    private CourseFixture course;
    private Path seeds;

    @BeforeEach
    void write_the_course() throws IOException {
        course = new CourseFixture(folder);
        seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(
                seeds.resolve("notes.txt"),
                """
                == Ropes
                * a ferry is tied up with two ropes,
                ** one at the bow, one at the stern
                https://example.com/a/very/long/way/to/the/page/about/ropes
                """);
    }

    private List<String> problems() {
        return course.problems(new Originality(seeds));
    }

    @Test
    void refuses_eight_words_in_a_row_whatever_their_marks_and_lines() {
        course.lessonWith("So: *a ferry* is TIED\nup — with (two) ropes. More follows here.");

        assertThat(problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:12: \"a ferry is tied up with two ropes …\" stands in the seeds too: say it in words of your own");
    }

    @Test
    void takes_seven_words_in_a_row() {
        course.lessonWith("So a ferry is tied up with two hawsers.");

        assertThat(problems()).isEmpty();
    }

    @Test
    void takes_the_same_address() {
        course.lessonWith(
                "[This](https://example.com/a/very/long/way/to/the/page/about/ropes) is a page.");

        assertThat(problems()).isEmpty();
    }

    @Test
    void needs_seeds() {
        assertThatThrownBy(() -> new Originality(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> new Originality(Files.createDirectory(folder.resolve("empty"))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void the_content_of_this_repository_repeats_nothing_of_the_seeds() {
        var real = Path.of("../../shared/seeds").toAbsolutePath().normalize();
        if (!Files.isDirectory(real)) {
            Assumptions.abort("there are no seeds beside this clone");
        }

        var read =
                new ContentReader(new Originality(real))
                        .read(Path.of("../content"), Path.of("../labs"));

        assertThat(read.problems()).filteredOn(it -> it.message().contains("seeds")).isEmpty();
    }
}
