package groundschool.content.rule;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.CourseFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectiveCoverageTest {

    @TempDir private Path folder;
    private CourseFixture course;

    @BeforeEach
    void write_the_course() {
        course = new CourseFixture(folder);
    }

    private List<String> problems() {
        return course.problems(new ObjectiveCoverage());
    }

    @Test
    void says_what_each_objective_lacks() {
        assertThat(problems())
                .containsExactly(
                        "course.md:15: objective 1.1.1 has 1 lesson, 1 card and 1 question of the exam's kinds: it needs at least 1, 4 and 3",
                        "course.md:25: objective 2.1.1 has 0 lessons, 0 cards and 0 questions of the exam's kinds: it needs at least 1, 4 and 3");
    }

    @Test
    void says_nothing_of_an_objective_that_has_all() {
        coverBoth();

        assertThat(problems()).isEmpty();
    }

    @Test
    void does_not_count_questions_of_kinds_that_the_exam_does_not_ask() {
        coverBoth();
        course.write(
                "01-harbour/01-mooring.questions.md",
                questions(2)
                        + "## How many {#how-many objective=1.1.1 type=number unit=ropes}\n\nHow many?\n\nAnswer: 2\n\nTwo.\n\nSource: [Ropes](https://example.com/ropes)\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .contains("1.1.1 has 1 lesson, 4 cards and 2 questions");
    }

    @Test
    void is_a_note_as_long_as_a_practice_exam_cannot_be_drawn() {
        course.write(
                "exams/fry.md",
                "---\nid: fry\ntitle: Practice\nblueprint: course\nquestions: 4\nminutes: 10\n---\n");

        assertThat(problems()).allMatch(it -> it.contains(": note: "));
    }

    @Test
    void is_a_note_in_a_draft() {
        course.write(
                "course.md", CourseFixture.COURSE.replace("title: F", "draft: true\ntitle: F"));

        assertThat(problems()).hasSize(2).allMatch(it -> it.contains(": note: objective"));
    }

    private void coverBoth() {
        course.write(
                "01-harbour/01-mooring.md",
                CourseFixture.LESSON.replace("[\"1.1.1\"]", "[\"1.1.1\", \"2.1.1\"]"));
        var cards = new StringBuilder();
        for (var number = 0; number < 8; number++) {
            cards.append(
                    CourseFixture.CARDS.replace(
                                    "{#rope-count}",
                                    "{#card-%d objective=%s}"
                                            .formatted(number, number < 4 ? "1.1.1" : "2.1.1"))
                            + "\n");
        }
        course.write("01-harbour/01-mooring.cards.md", cards.toString());
        course.write("01-harbour/01-mooring.questions.md", questions(3));
    }

    /// Three questions of objective 2.1.1, and so many of the other.
    private static String questions(int ofFirst) {
        var questions = new StringBuilder();
        for (var number = 0; number < 3 + ofFirst; number++) {
            questions.append(
                    CourseFixture.QUESTION
                            .replace("which-rope", "question-" + number)
                            .replace("=1.1.1", number < 3 ? "=2.1.1" : "=1.1.1")
                            .replace("The thin one.", "The thin rope of the bow."));
            if (number == 0) {
                var text = questions.toString();
                questions.setLength(0);
                questions.append(swapped(text));
            }
            questions.append("\n");
        }
        return questions.toString();
    }

    /// The right option comes first.
    private static String swapped(String question) {
        var wrong = question.indexOf("- [ ]");
        var right = question.indexOf("- [x]");
        var end = question.indexOf("Source:");
        return question.substring(0, wrong)
                + question.substring(right, end)
                + question.substring(wrong, right)
                + question.substring(end);
    }
}
