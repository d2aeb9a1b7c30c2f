package groundschool.content.rule;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.CourseFixture;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerBalanceTest {

    @TempDir private Path folder;
    private CourseFixture course;

    @BeforeEach
    void write_the_course() {
        course = new CourseFixture(folder);
    }

    /// Questions with these places of the right option, which is as long as the others.
    private void keys(int... places) {
        keys(Collections.nCopies(places.length, 40), places);
    }

    /// Questions with these lengths and places of the right option; the others have 40 letters.
    private void keys(List<Integer> letters, int... places) {
        course.write(
                "01-harbour/01-mooring.questions.md",
                IntStream.range(0, places.length)
                        .mapToObj(number -> question(number, letters.get(number), places[number]))
                        .collect(Collectors.joining("\n")));
    }

    private static String question(int number, int letters, int right) {
        var options = new StringBuilder();
        for (var place = 1; place <= 4; place++) {
            var length = place == right ? letters : 40;
            var text =
                    ("%d %d " + "x".repeat(length)).formatted(number, place).substring(0, length);
            options.append("- [%s] %s\n\n  So.\n\n".formatted(place == right ? "x" : " ", text));
        }
        return "## Which %1$d {#q-%1$d objective=1.1.1}\n\nWhich?\n\n%2$s\nSource: [Ropes](https://example.com/)\n"
                .formatted(number, options);
    }

    private List<String> problems() {
        return course.problems(new AnswerBalance());
    }

    @Test
    void takes_right_options_that_are_a_little_longer() {
        keys(List.of(50, 46, 46, 30), 1, 2, 3, 4);

        assertThat(problems()).isEmpty();
    }

    @Test
    void refuses_right_options_that_are_much_longer_on_average() {
        keys(List.of(66, 38, 60, 50), 1, 2, 3, 4);

        assertThat(problems())
                .containsExactly(
                        "01-harbour/unit.md:2: the right options of the unit's 4 multiple choice questions are 34 % longer than the others, which tells them: at most 15 %. Cut right ones or say more in wrong ones, first in `q-0`, `q-2`, `q-3`");
    }

    @Test
    void says_nothing_of_three_questions() {
        keys(1, 1, 2);

        assertThat(problems()).isEmpty();
    }

    @Test
    void refuses_a_place_with_more_than_half_of_few_keys() {
        keys(3, 3, 3, 1, 2);

        assertThat(problems())
                .containsExactly(
                        "01-harbour/unit.md:2: of the keys of the unit's 5 questions with four options 1 in place 1, 1 in place 2, 3 in place 3, 0 in place 4: none has more than half. Change the order of options");
    }

    @Test
    void takes_half_of_few_keys_in_one_place() {
        keys(3, 3, 1, 2);

        assertThat(problems()).isEmpty();
    }

    @Test
    void asks_for_shares_once_there_are_twelve() {
        keys(1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4);

        assertThat(problems())
                .containsExactly(
                        "01-harbour/unit.md:2: of the keys of the unit's 12 questions with four options 5 in place 1, 3 in place 2, 3 in place 3, 1 in place 4: each place has 2 to 4, 20 to 30 %. Change the order of options");
    }

    @Test
    void takes_even_keys_whatever_their_number() {
        keys(1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);

        assertThat(problems()).isEmpty();
    }

    @Test
    void is_a_note_as_long_as_a_practice_exam_cannot_be_drawn() {
        course.write(
                "exams/fry.md",
                "---\nid: fry\ntitle: Practice\nblueprint: course\nquestions: 4\nminutes: 10\n---\n");
        keys(3, 3, 3, 1);

        assertThat(problems()).anyMatch(it -> it.contains("unit.md:2: note: of the keys"));
    }

    @Test
    void is_a_note_in_a_draft() {
        course.write(
                "course.md", CourseFixture.COURSE.replace("title: F", "draft: true\ntitle: F"));
        keys(3, 3, 3, 1);

        assertThat(problems()).singleElement().asString().contains("unit.md:2: note: of the keys");
    }
}
