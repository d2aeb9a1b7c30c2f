package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 500 pages and 1,000 questions are read in the time that authors were promised.
class ContentSpeedTest {

    @TempDir Path folder;

    @Test
    void reads_a_large_course_and_then_what_changed() {
        var course = new CourseFixture(folder);
        for (var number = 0; number < 500; number++) {
            large(course, number);
        }
        var reader = new ContentReader();

        var whole = timed(() -> reader.read(course.content, course.labs));
        course.write(
                "%03d-unit/01-lesson.md".formatted(7), lesson(7).replace("A worked", "Another"));
        var again = timed(() -> reader.read(course.content, course.labs));

        System.out.printf(
                "500 pages and 1,000 questions: %d ms; after one was saved: %d ms%n",
                whole.toMillis(), again.toMillis());
        assertThat(reader.read(course.content, course.labs))
                .isInstanceOf(ContentReader.Result.Loaded.class);
        assertThat(whole).isLessThan(Duration.ofSeconds(5));
        assertThat(again).isLessThan(Duration.ofMillis(500));
    }

    /// The processor's time, which is the time that it takes on a machine with nothing else to do.
    private static Duration timed(Runnable action) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        action.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }

    private static void large(CourseFixture course, int number) {
        var unit = "%03d-unit/".formatted(number);
        course.write(unit + "unit.md", "---\nid: unit-%d\ntitle: Unit\n---\n".formatted(number));
        course.write(unit + "01-lesson.md", lesson(number));
        course.write(
                unit + "01-lesson.questions.md",
                CourseFixture.QUESTION.replace("which-rope", "q-%d-a".formatted(number))
                        + "\n"
                        + CourseFixture.QUESTION.replace("which-rope", "q-%d-b".formatted(number)));
    }

    private static String lesson(int number) {
        var sections = new StringBuilder();
        for (var section = 0; section < 12; section++) {
            sections.append("## Section %d of %d\n\n".formatted(section, number));
            sections.append("A worked example of **ropes** and `knots`. ".repeat(12))
                    .append("\n\n");
            sections.append("- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n");
            sections.append("```js\nconst rope = \"bow\"; // tied\n```\n\n");
        }
        return CourseFixture.LESSON
                .replace("id: mooring", "id: lesson-" + number)
                .replace("## Ropes\n\nTwo of them.", sections);
    }
}
