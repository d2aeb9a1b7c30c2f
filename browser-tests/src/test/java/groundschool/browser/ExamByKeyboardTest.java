package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.question.Choice;
import groundschool.question.MultipleResponse;
import groundschool.question.Option;
import groundschool.question.Question;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A whole exam without a mouse.
@BrowserTest
class ExamByKeyboardTest {

    private static final int QUESTIONS = 20;

    @Test
    void can_be_sat_from_the_start_to_the_result(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var learning = new Learning(learner, ground);
        learner.open("/exams").tabTo("Start the exam: First steps").press("Enter");

        for (int number = 1; number <= QUESTIONS; number++) {
            learner.sees("Question %d of %d".formatted(number, QUESTIONS));
            var question = learning.questionOn(learning.get(path(learner)));
            // The first twelve are answered by the key, the next four wrongly, the last four not.
            if (number <= 16) {
                answer(learner, question, number <= 12);
                assertThat(learner.find("[data-saved]")).hasText("Saved");
            }
            learner.press("n");
        }

        assertThat(learner.heading("Review")).isVisible();
        learner.sees("16 of 20").sees("4 without an answer");
        learner.tabTo("Submit the exam").press("Enter");
        learner.sees("12 of 20 right").sees("Below the pass mark");
        assertThat(learner.find(".exam-answer")).hasCount(QUESTIONS);
    }

    @Test
    void the_result_counts_each_domain_and_gives_the_reason_of_every_option(
            Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var learning = new Learning(learner, ground);
        var exam = learning.startExam();
        learning.answer(exam, 1, true);
        learning.answer(exam, 2, false);

        learner.open(exam + "/review").tabTo("Submit the exam").press("Enter");

        learner.heading("By domain").waitFor();
        var counts = learner.find(".exam-domains td.number").allTextContents();
        assertThat(sum(counts, 1)).isEqualTo(1);
        assertThat(sum(counts, 2)).isEqualTo(QUESTIONS);
        var page = learning.get(exam);
        var asked =
                ground.catalogue().questions().stream()
                        .filter(each -> isShown(page, each))
                        .toList();
        assertThat(asked).hasSize(QUESTIONS);
        assertThat(asked)
                .flatExtracting(ExamByKeyboardTest::options)
                .allSatisfy(option -> assertThat(page).contains(option.reason().html()));
    }

    @Test
    void f_flags_and_p_goes_back_and_r_reviews(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        learner.open(new Learning(learner, ground).startExam() + "?q=2");

        learner.press("f");
        assertThat(learner.find("[name=flagged]")).isChecked();
        assertThat(learner.find("[data-saved]")).hasText("Saved");
        learner.press("p");
        learner.sees("Question 1 of 20");
        assertThat(learner.find(".exam-grid .flagged")).hasText("2");
        learner.press("r");

        assertThat(learner.find("dl.definitions")).hasText(Pattern.compile("Flagged\\s*1"));
        learner.tabTo("Question 2").press("Enter");
        assertThat(learner.find("[name=flagged]")).isChecked();
    }

    @Test
    void arrows_turn_the_pages_and_space_strikes_out(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        learner.open(new Learning(learner, ground).startExam());

        while (!learner.page()
                .evaluate("() => document.activeElement.name ?? ''")
                .equals("struck")) {
            learner.press("Tab");
        }
        learner.press("Space");
        assertThat(learner.find("[data-saved]")).hasText("Saved");
        learner.press("ArrowRight").sees("Question 2 of 20").press("ArrowLeft");

        learner.sees("Question 1 of 20");
        assertThat(learner.find("[name=struck]").first()).isChecked();
    }

    @Test
    void a_chosen_answer_is_kept_without_turning_the_page(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var exam = new Learning(learner, ground).startExam();

        learner.open(exam + "?q=1").press("b");
        assertThat(learner.find("[data-saved]")).hasText("Saved");
        learner.open("/").open(exam + "?q=1");

        assertThat(learner.find("[data-key=b]")).isChecked();
    }

    private static void answer(Visitor learner, Question question, boolean right) {
        var ids = Learning.rightOf(question);
        var options = learner.find("input[name=answer]");
        for (int place = 0; place < options.count(); place++) {
            var option = options.nth(place);
            if (ids.contains(option.getAttribute("value")) == right
                    && isUnfinished(learner, ids.size())) {
                learner.press(String.valueOf(option.getAttribute("data-key")));
                assertThat(option).isChecked();
            }
        }
    }

    /// Where the learner is, such as `/exams/1?q=2`.
    private static String path(Visitor learner) {
        return learner.page().url().replaceFirst("^http://[^/]+", "");
    }

    /// Whether there are still options to choose.
    private static boolean isUnfinished(Visitor learner, int most) {
        return learner.find("input[name=answer]:checked").count() < most;
    }

    private static boolean isShown(String page, Question question) {
        return page.contains(question.details().stem().html());
    }

    private static List<Option> options(Question question) {
        return switch (question) {
            case Choice choice -> choice.options();
            case MultipleResponse several -> several.options();
            default -> List.of();
        };
    }

    /// The sum of one of the two numbers in texts such as `3 of 7`.
    private static int sum(List<String> counts, int group) {
        var pattern = Pattern.compile("(\\d+) of (\\d+)");
        return counts.stream()
                .mapToInt(text -> {
                    var found = pattern.matcher(text);
                    return found.find() ? Integer.parseInt(found.group(group)) : 0;
                })
                .sum();
    }
}
