package groundschool.exam;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.question.Answer;
import groundschool.question.Question;
import groundschool.web.TestSchool;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final Instant NOW = Instant.parse("2026-12-05T08:00:00Z");
    private static final Answer RIGHT = Answer.Chosen.of("bowline");
    private static final Answer WRONG = Answer.Chosen.of("granny");

    @Test
    void the_score_is_the_plain_share_on_the_scale() {
        assertThat(result(asked(1, RIGHT), asked(2, RIGHT)).score()).isEqualTo(1000);
        assertThat(result(asked(1, RIGHT), asked(2, WRONG)).score()).isEqualTo(550);
        assertThat(result(asked(1, WRONG), asked(2, new Answer.None())).score()).isEqualTo(100);
    }

    @Test
    void the_pass_mark_itself_passes() {
        var twoOfThree = result(asked(1, RIGHT), asked(2, RIGHT), asked(3, WRONG));

        assertThat(twoOfThree.score()).isEqualTo(700);
        assertThat(twoOfThree.passed()).isTrue();
    }

    @Test
    void what_is_not_scored_counts_nowhere() {
        var tried =
                new Asked(
                        2, TestSchool.choice(), "1", "Ropes", false, RIGHT, false, Set.of(), true);

        var result = result(asked(1, WRONG), tried);

        assertThat(result.counted()).isEqualTo(1);
        assertThat(result.right()).isZero();
        assertThat(result.domains()).containsExactly(new Result.Part("1", "Ropes", 0, 1));
    }

    @Test
    void an_exam_in_which_nothing_counts_has_the_lowest_score() {
        assertThat(result().score()).isEqualTo(100);
    }

    @Test
    void a_part_in_percent_is_rounded() {
        assertThat(new Result.Part("1", "Ropes", 2, 3).percent()).isEqualTo(67);
        assertThat(new Result.Part("1", "Ropes", 0, 0).percent()).isZero();
    }

    private static Asked asked(int number, Answer answer) {
        Question question = TestSchool.choice();
        return new Asked(number, question, "1", "Ropes", true, answer, false, Set.of(), true);
    }

    private static Result result(Asked... asked) {
        return Result.of(
                new Attempt.Paper(
                        1,
                        "harbour",
                        "Harbour exam",
                        700,
                        TestSchool.blueprint().scale(),
                        NOW,
                        NOW,
                        List.of(asked)));
    }
}
