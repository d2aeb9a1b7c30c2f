package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 500 pages and 1,000 questions. How long they take is for `bench` to say.
class LargeCourseTest {

    @TempDir Path folder;

    @Test
    void reads_a_large_course_and_then_what_changed() {
        var course = new CourseFixture(folder);
        for (var number = 0; number < 500; number++) {
            large(course, number);
        }
        var reader = new ContentReader();

        assertThat(reader.read(course.content, course.labs))
                .isInstanceOfSatisfying(
                        ContentReader.Result.Loaded.class,
                        read -> assertThat(read.catalogue().lessons()).hasSize(1 + 500));
        course.write(
                "%03d-unit/01-lesson.md".formatted(7), lesson(7).replace("A worked", "Another"));

        assertThat(reader.read(course.content, course.labs))
                .isInstanceOfSatisfying(
                        ContentReader.Result.Loaded.class,
                        read ->
                                assertThat(read.catalogue().lessons())
                                        .filteredOn(each ->
                                                each.toString().contains("Another example of"))
                                        .hasSize(1));
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
