package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A session of cards without a mouse.
@BrowserTest
class CardsByKeyboardTest {

    private static final String LESSON = "servers-to-serverless";

    @Test
    void space_shows_the_answer_and_then_grades_good(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);
        var first = front(learner);
        assertThat(learner.find(".card-back")).isHidden();

        learner.press("Space");
        assertThat(learner.find(".card-back")).isVisible();
        learner.press("Space");

        assertThat(learner.find(".card-front")).not().hasText(first);
        assertThat(learner.find(".card-back")).isHidden();
        learner.sees("Undo the last grade");
    }

    @Test
    void each_of_1_to_4_gives_its_grade(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);
        var seen = new ArrayList<String>();

        for (var key : List.of("1", "2", "3", "4")) {
            seen.add(front(learner));
            learner.press("Space").press(key);
            assertThat(learner.find(".card-front")).not().hasText(seen.getLast());
            assertThat(done(learner)).hasAttribute("value", String.valueOf(seen.size()));
        }

        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void a_grade_does_nothing_before_the_answer_was_seen(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);
        var first = front(learner);

        learner.press("3").press("Space");

        assertThat(learner.find(".card-back")).isVisible();
        assertThat(learner.find(".card-front")).hasText(first);
        assertThat(done(learner)).hasAttribute("value", "0");
    }

    @Test
    void each_grade_says_when_the_card_comes_back(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);

        learner.press("Space");

        var intervals = learner.find(".grade-interval").allTextContents();
        assertThat(intervals).hasSize(4).allSatisfy(text -> assertThat(text).matches("\\d.* \\S+"));
        assertThat(intervals.getFirst()).isNotEqualTo(intervals.getLast());
    }

    @Test
    void u_takes_back_twenty_grades_one_by_one(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);
        new Learning(learner, ground).takeUp("anatomy-of-a-function");
        learner.open("/cards");
        var seen = new ArrayList<String>();
        for (int graded = 1; graded <= 20; graded++) {
            seen.add(front(learner));
            learner.press("Space").press("4");
            learner.find("progress[value='%d'], .empty".formatted(graded)).first().waitFor();
        }

        for (var expected : seen.reversed()) {
            learner.press("u");
            assertThat(learner.find(".card-front")).hasText(expected);
        }

        assertThat(learner.button("Undo")).hasCount(0);
    }

    @Test
    void the_question_mark_lists_the_keys(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors).press("Space").press("3");
        learner.find("progress[value='1']").waitFor();

        learner.press("Space").press("?");

        assertThat(learner.find("#keys"))
                .containsText(Pattern.compile("1\\s*Again[\\s\\S]*4\\s*Easy[\\s\\S]*u\\s*Undo"));
        learner.press("Escape");
        assertThat(learner.find("#keys")).isHidden();
    }

    @Test
    void after_a_grade_the_focus_is_at_the_next_card(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors).press("Space");

        learner.tabTo("Good").press("Enter");
        learner.find("progress[value='1']").waitFor();

        assertThat(learner.find(".card:focus")).hasCount(1);
        learner.tabTo("Show answer").press("Enter");
        assertThat(learner.find(".card-back")).isVisible();
    }

    @Test
    void the_end_says_what_was_done_and_when_it_goes_on(Ground ground, Visitors visitors) {
        var learner = begin(ground, visitors);
        var graded = new Learning(learner, ground).grade(100, 4);

        learner.open("/cards");

        learner.sees("You gave %d grades today.".formatted(graded)).sees("falls due in");
    }

    private static Visitor begin(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        new Learning(learner, ground).takeUp(LESSON);
        return learner.open("/cards");
    }

    private static String front(Visitor learner) {
        return learner.find(".card-front").innerText().strip();
    }

    private static Locator done(Visitor learner) {
        return learner.find(".cards progress");
    }
}
