package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a learner did is there after the server was stopped and started again, and what they do in
/// one tab is not undone by another.
@BrowserTest
class NothingIsLostTest {

    private static final String LAB = "orders-table";

    @Test
    void a_restart_keeps_lessons_cards_exams_and_labs(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var learning = new Learning(learner, ground);
        learning.markDone("servers-to-serverless");
        learning.takeUp("servers-to-serverless");
        learning.grade(3, 3);
        var exam = learning.startExam();
        learner.open(exam + "?q=4").press("c");
        assertThat(learner.find("[data-saved]")).hasText("Saved");
        learning.work(LAB, 2);
        learner.page().navigate("about:blank");

        ground.restart();

        learner.open("/lessons/servers-to-serverless").sees("You marked this lesson done.");
        learner.open("/cards");
        assertThat(learner.find(".cards progress")).hasAttribute("value", "3");
        learner.open(exam + "?q=4");
        assertThat(learner.find("[data-key=c]")).isChecked();
        learner.open("/labs/" + LAB);
        assertThat(learner.find("#check-orders-written")).hasAttribute("data-passed", "true");
        assertThat(learner.find(".terminal-output")).containsText("create-table");
        learner.open("/").sees("Continue the exam");
        learner.open("/labs").sees("Under way");
    }

    @Test
    void reading_goes_on_where_it_stopped(Ground ground, Visitors visitors) {
        var reader = visitors.desktop().open("/lessons/tables-keys-items");
        reader.page()
                .waitForResponse(
                        response -> response.url().endsWith("/position"),
                        () -> reader.page().mouse().wheel(0, 2400));
        var there = scrolled(reader);
        reader.page().navigate("about:blank");

        ground.restart();
        reader.open("/lessons/tables-keys-items");

        reader.sees("You stopped here.");
        assertThat(scrolled(reader)).isBetween(there - 150, there + 150);
    }

    @Test
    void a_card_that_is_graded_in_two_tabs_counts_once(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        new Learning(learner, ground).takeUp("servers-to-serverless");
        var one = learner.open("/cards").page();
        var other = learner.anotherTab();
        other.navigate(ground.origin() + "/cards");
        var first = one.locator(".card-front").innerText();

        one.keyboard().press("Space");
        one.keyboard().press("3");
        one.locator("progress[value='1']").waitFor();
        other.keyboard().press("Space");
        other.keyboard().press("1");

        assertThat(other.locator(".card-front")).not().hasText(first);
        assertThat(other.locator(".cards progress")).hasAttribute("value", "1");
        assertThat(other.locator(".card-front")).hasText(one.locator(".card-front").innerText());
    }

    @Test
    void an_exam_in_two_tabs_keeps_what_each_has_answered(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var exam = new Learning(learner, ground).startExam();
        var one = learner.open(exam + "?q=1").page();
        var other = learner.anotherTab();
        other.navigate(ground.origin() + exam + "?q=2");

        one.keyboard().press("a");
        assertThat(one.locator("[data-saved]")).hasText("Saved");
        other.keyboard().press("b");
        assertThat(other.locator("[data-saved]")).hasText("Saved");
        other.keyboard().press("r");

        learner.open(exam + "/review").sees("2 of 20");
        learner.open(exam + "?q=1");
        assertThat(learner.find("[data-key=a]")).isChecked();
    }

    @Test
    void an_old_tab_does_not_take_an_answer_back(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var exam = new Learning(learner, ground).startExam();
        var old = learner.anotherTab();
        old.navigate(ground.origin() + exam + "?q=1");
        learner.open(exam + "?q=1").press("a");
        assertThat(learner.find("[data-saved]")).hasText("Saved");

        old.keyboard().press("f");
        assertThat(old.locator("[data-saved]")).hasText("Saved");
        old.keyboard().press("n");
        assertThat(old.locator("h1")).containsText("Question 2");

        learner.open(exam + "?q=1");
        assertThat(learner.find("[data-key=a]")).isChecked();
        assertThat(learner.find("[name=flagged]")).isChecked();
    }

    private static int scrolled(Visitor reader) {
        return (int) Math.round(((Number) reader.page().evaluate("() => scrollY")).doubleValue());
    }
}
