package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/// The site in a browser that runs no scripts.
@BrowserTest
class WithoutScriptTest {

    @Test
    void a_lesson_can_be_read_and_marked_done(Visitors visitors) {
        var reader = visitors.withoutScript().open("/lessons/servers-to-serverless");
        assertThat(reader.find(".prose p").first()).isVisible();

        reader.button("Mark as done").click();

        reader.sees("You marked this lesson done.");
        reader.button("Take the mark back").click();
        assertThat(reader.button("Mark as done")).isVisible();
    }

    @Test
    void cards_can_be_taken_up_answered_graded_and_undone(Visitors visitors) {
        var learner = visitors.withoutScript().open("/cards");
        learner.button("of From servers to serverless").click();
        var first = learner.find(".card-front").innerText().strip();
        assertThat(learner.find(".card-back")).isHidden();

        learner.find(".card-answer summary").click();
        assertThat(learner.find(".card-back")).isVisible();
        learner.button("Good").click();

        assertThat(learner.find(".card-front")).not().hasText(first);
        learner.button("Undo the last grade").click();
        assertThat(learner.find(".card-front")).hasText(first);
    }

    @Test
    void an_exam_can_be_sat_to_its_result(Visitors visitors) {
        var learner = visitors.withoutScript().open("/exams");
        learner.button("Start the exam: First steps").click();

        for (int number = 1; number <= 20; number++) {
            learner.sees("Question %d of 20".formatted(number));
            learner.find("input[name=answer]").first().check();
            if (number == 2) {
                learner.find("[name=flagged]").check();
            }
            learner.find("button[value=next]").click();
        }
        learner.sees("20 of 20");
        assertThat(learner.find(".exam-grid .flagged")).hasCount(1);
        learner.button("Submit the exam").click();

        assertThat(learner.heading("By domain")).isVisible();
        assertThat(learner.find(".option-reason").first()).isVisible();
    }

    @Test
    void a_question_can_be_practised(Visitors visitors) {
        var learner = visitors.withoutScript().open("/lessons/tables-keys-items/questions?q=1");

        learner.find("input[name=answer]").first().check();
        learner.button("Check").click();

        assertThat(learner.find(".practice-verdict")).isVisible();
        assertThat(learner.find(".option-reason").first()).isVisible();
    }

    @Test
    void a_lab_can_be_worked_on(Ground ground, Visitors visitors) {
        var learner = visitors.withoutScript().open("/labs/orders-table");

        learner.find("#command")
                .fill(new Learning(learner, ground).solution("orders-table").getFirst());
        learner.button("Run").click();

        assertThat(learner.find(".terminal-output")).containsText("TableArn");
        assertThat(learner.find("#check-table-keys")).hasAttribute("data-passed", "true");
        assertThat(learner.find("#check-orders-written")).hasAttribute("data-passed", "false");
        assertThat(learner.find("#calls")).containsText("CreateTable");
    }

    @Test
    void search_finds(Visitors visitors) {
        var reader = visitors.withoutScript().open("/search");

        reader.find("#q").fill("partition key");
        reader.find(".search-form button").click();

        assertThat(reader.find(".results li").first()).isVisible();
    }
}
