package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir Path folder;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int check(CourseFixture course) {
        return new CheckCommand(new ContentReader())
                .run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        course.content,
                        course.labs);
    }

    @Test
    void prints_totals() {
        var code = check(new CourseFixture(folder));

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "1 course, 1 lesson, 1 card, 1 question, 0 exams, 0 labs; 0 notes");
    }

    @Test
    void prints_each_problem_with_file_and_line_and_fails() {
        var course = new CourseFixture(folder).lessonWith("![](x.svg)");

        var code = check(course);

        assertThat(code).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("01-mooring.md:12: the image has no description")
                .endsWith("2 problems\n");
    }
}
