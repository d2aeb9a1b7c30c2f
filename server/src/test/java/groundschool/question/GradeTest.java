package groundschool.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.content.Prose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {

    private static final Details DETAILS =
            new Details(
                    "bread",
                    "Bread",
                    Optional.empty(),
                    prose("Which?"),
                    Optional.empty(),
                    1,
                    Prose.EMPTY,
                    List.of(),
                    Optional.empty());
    private static final List<Option> OPTIONS =
            List.of(option("1"), option("2"), option("3"), option("4"));

    private static Prose prose(String text) {
        return new Prose(text, text);
    }

    private static Option option(String id) {
        return new Option(id, prose("Option " + id), prose("Because"));
    }

    private static Map<String, List<String>> form(String... values) {
        return Map.of("answer", List.of(values));
    }

    @Test
    void a_choice_is_right_with_its_one_option() {
        var question = new Choice(DETAILS, OPTIONS, "3");

        assertThat(question.grade(question.answerIn(form("3"))).isRight()).isTrue();
        assertThat(question.grade(question.answerIn(form("1"))).isRight()).isFalse();
        assertThat(question.grade(question.answerIn(form("no such"))).result())
                .isEqualTo(Grade.Result.UNANSWERED);
    }

    @Test
    void a_choice_takes_only_one_option() {
        var question = new Choice(DETAILS, OPTIONS, "3");

        assertThat(question.answerIn(form("3", "1"))).isEqualTo(Answer.Chosen.of("1"));
    }

    @Test
    void a_multiple_response_counts_only_if_complete() {
        var question = new MultipleResponse(DETAILS, OPTIONS, Set.of("1", "4"));

        assertThat(question.grade(question.answerIn(form("4", "1"))))
                .isEqualTo(new Grade(Grade.Result.RIGHT, 2, 2));
        assertThat(question.grade(question.answerIn(form("1"))))
                .isEqualTo(new Grade(Grade.Result.WRONG, 1, 2));
        assertThat(question.grade(question.answerIn(form("1", "2", "4"))).isRight()).isFalse();
    }

    @Test
    void an_ordering_is_right_in_the_right_order_only() {
        var question =
                new Ordering(
                        DETAILS,
                        List.of(
                                new Ordering.Item("c", prose("Mix")),
                                new Ordering.Item("a", prose("Knead")),
                                new Ordering.Item("b", prose("Bake"))));

        assertThat(question.grade(question.answerIn(form("c", "a", "b"))).isRight()).isTrue();
        assertThat(question.grade(question.answerIn(form("c", "b", "a"))))
                .isEqualTo(new Grade(Grade.Result.WRONG, 1, 3));
        assertThat(question.grade(question.answerIn(form("c", "a"))).isRight()).isFalse();
    }

    @Test
    void a_matching_is_right_if_each_prompt_has_its_answer() {
        var rye = new Matching.Choosable("x1", prose("Rye"));
        var wheat = new Matching.Choosable("x0", prose("Wheat"));
        var question =
                new Matching(
                        DETAILS,
                        "Loaf",
                        "Flour",
                        List.of(
                                new Matching.Pair("1", prose("dark"), rye),
                                new Matching.Pair("2", prose("light"), wheat),
                                new Matching.Pair("3", prose("black"), rye)));
        var form =
                Map.of(
                        "answer-1", List.of("x1"),
                        "answer-2", List.of("x0"),
                        "answer-3", List.of("x1"));

        assertThat(question.answers()).containsExactly(wheat, rye);
        assertThat(question.grade(question.answerIn(form)).isRight()).isTrue();
        assertThat(question.grade(question.answerIn(Map.of("answer-1", List.of("x1")))))
                .isEqualTo(new Grade(Grade.Result.WRONG, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30000", "30,000", "30 000", "30000.0", "30'000 GB-s", "29999.5", "+30000"})
    void a_number_is_right_however_it_is_written(String given) {
        assertThat(number().grade(number().answerIn(form(given))).isRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "3e4", "", "many", "30001", "1e999999999"})
    void a_number_is_wrong_otherwise(String given) {
        assertThat(number().grade(number().answerIn(form(given))).isRight()).isFalse();
    }

    private static Number number() {
        return new Number(DETAILS, new BigDecimal("30000"), new BigDecimal("0.5"), "GB-s");
    }

    @Test
    void a_comma_may_be_a_decimal_point() {
        var half = new Number(DETAILS, new BigDecimal("0.5"), BigDecimal.ZERO, "");

        assertThat(half.grade(half.answerIn(form("0,5"))).isRight()).isTrue();
        assertThat(half.grade(half.answerIn(form(".5"))).isRight()).isTrue();
    }

    @Test
    void an_answer_to_another_kind_of_question_is_wrong() {
        assertThat(number().grade(Answer.Chosen.of("1")).result()).isEqualTo(Grade.Result.WRONG);
    }

    @Test
    void an_answer_is_kept_as_text() {
        for (var answer :
                List.of(
                        new Answer.None(),
                        Answer.Chosen.of("1", "4"),
                        new Answer.Ordered(List.of("c", "a", "b")),
                        new Answer.Matched(Map.of("1", "x1")),
                        new Answer.Entered("12, or so: 13"))) {
            assertThat(Answer.of(answer.text())).isEqualTo(answer);
        }
        assertThatThrownBy(() -> Answer.of("DROP TABLE"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_that_is_no_option_is_refused() {
        assertThatThrownBy(() -> new Choice(DETAILS, OPTIONS, "9"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
