package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
                .endsWith("1 course, 1 lesson, 1 card, 1 question, 0 exams, 0 labs; 0 notes\n");
    }

    @Test
    void prints_what_there_is_by_unit_and_domain_and_how_often_an_exam_can_be_drawn() {
        var course = new CourseFixture(folder);
        course.write(
                "01-harbour/02-sailing.md",
                CourseFixture.LESSON.replace("mooring", "sailing").replace("Mooring", "Sailing"));
        for (var file : List.of("01-mooring", "02-sailing")) {
            course.write(
                    "01-harbour/" + file + ".questions.md",
                    question(file + "-a", "1.1.1")
                            + question(file + "-b", "1.1.1")
                            + question(file + "-c", "1.1.1")
                            + question(file + "-d", "2.1.1")
                                    .replace("- [ ]", "- [y]")
                                    .replace("- [x]", "- [ ]")
                                    .replace("- [y]", "- [x]"));
        }
        course.write(
                "exams/fry.md",
                "---\nid: fry\ntitle: Practice\nblueprint: course\nquestions: 4\nminutes: 10\n---\n");

        var code = check(course);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        ferries: Ferries
                          unit            lessons  cards  choice  multiple-response  ordering  matching  number
                          In the harbour        2      1       8                  0         0         0       0
                          all                   2      1       8                  0         0         0       0
                          domain      skills  cards  choice  multiple-response  ordering  matching  number
                          1 Harbours       1      1       6                  0         0         0       0
                          2 Open sea       1      0       2                  0         0         0       0
                          all              2      1       8                  0         0         0       0
                          Practice: 2 disjoint forms could be drawn, as far as the questions of domain 1 and 2 go
                        1 course, 2 lessons, 1 card, 8 questions, 1 exam, 0 labs; 0 notes
                        """);
        assertThat(code).isZero();
    }

    private static String question(String id, String objective) {
        return CourseFixture.QUESTION
                        .replace("which-rope", id)
                        .replace("objective=1.1.1", "objective=" + objective)
                        .replace("The thin one.", id + " is too thin.")
                + "\n";
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
