package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import groundschool.question.Choice;
import groundschool.question.MultipleResponse;
import groundschool.question.Option;
import groundschool.question.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is right, and why, is in no response before an exam is submitted.
@BrowserTest
class AnswersStaySecretTest {

    @Test
    void nothing_that_an_exam_sends_gives_them_away(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var responses = new ArrayList<Response>();
        learner.page().onResponse(responses::add);
        var before = new TreeMap<String, String>();
        var questions = ground.catalogue().questions();

        learner.open("/exams");
        before.putAll(bodies(responses));
        learner.button("Start the exam: First steps").click();
        for (int number = 1; number <= 20; number++) {
            learner.sees("Question %d of 20".formatted(number)).press("a").press("f");
            assertThat(learner.find("[data-saved]")).hasText("Saved");
            before.putAll(bodies(responses));
            learner.press("n");
        }
        learner.heading("Review").waitFor();
        before.putAll(bodies(responses));

        // The list, each question and the review have a body; what only redirects has none.
        assertThat(before.values().stream().filter(body -> body.contains("</html>"))).hasSize(22);
        assertThat(before)
                .allSatisfy((address, body) -> {
                    assertThat(givenAway(body, questions)).as(address).isEmpty();
                    assertThat(body)
                            .as(address)
                            .doesNotContain(
                                    "option right",
                                    "option-verdict",
                                    "option-reason",
                                    "class=\"proof");
                });

        learner.button("Submit the exam").click();
        learner.heading("By domain").waitFor();
        assertThat(
                        givenAway(
                                new Learning(learner, ground)
                                        .get(
                                                learner.page()
                                                        .url()
                                                        .substring(ground.origin().length())),
                                questions))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void a_question_to_practise_is_asked_without_its_key(Ground ground, Visitors visitors) {
        var learning = new Learning(visitors.desktop(), ground);

        for (var lesson : ground.catalogue().lessons()) {
            for (int number = 1; number <= lesson.questions().size(); number++) {
                var page =
                        learning.get("/lessons/%s/questions?q=%d".formatted(lesson.id(), number));
                assertThat(givenAway(page, lesson.questions())).isEmpty();
                assertThat(page).doesNotContain("class=\"proof");
            }
        }
    }

    @Test
    void search_does_not_know_them(Ground ground, Visitors visitors) {
        var learning = new Learning(visitors.desktop(), ground);

        for (var question : ground.catalogue().questions()) {
            options(question)
                    .limit(1)
                    .forEach(option -> {
                        var words = firstWords(option.reason().text());
                        var found =
                                learning.get(
                                        "/search?q="
                                                + URLEncoder.encode(words, StandardCharsets.UTF_8));
                        assertThat(givenAway(found.replace(words, ""), List.of(question)))
                                .isEmpty();
                    });
        }
    }

    @Test
    void a_lesson_page_does_not_have_them(Ground ground, Visitors visitors) {
        var learning = new Learning(visitors.desktop(), ground);

        assertThat(ground.catalogue().lessons())
                .allSatisfy(lesson ->
                        assertThat(
                                        givenAway(
                                                learning.get("/lessons/" + lesson.id()),
                                                lesson.questions()))
                                .isEmpty());
    }

    /// The ids of the questions of which a reason stands in a text.
    private static List<String> givenAway(String body, List<Question> questions) {
        return questions.stream()
                .filter(question ->
                        options(question)
                                .map(option -> option.reason().html())
                                .anyMatch(body::contains))
                .map(Question::id)
                .toList();
    }

    private static Stream<Option> options(Question question) {
        return switch (question) {
            case Choice choice -> choice.options().stream();
            case MultipleResponse several -> several.options().stream();
            default -> Stream.of();
        };
    }

    private static String firstWords(String text) {
        return String.join(" ", Stream.of(text.split("[^\\p{L}]+")).limit(6).toList());
    }

    /// What was sent since the last time, by its address; streams of events go on for ever and are
    /// left out.
    private static Map<String, String> bodies(List<Response> responses) {
        var bodies = new HashMap<String, String>();
        var arrived = List.copyOf(responses);
        responses.clear();
        for (var response : arrived) {
            var type = response.headers().getOrDefault("content-type", "");
            if (type.startsWith("text/html") || type.contains("json")) {
                bodies.put(response.request().method() + " " + response.url(), text(response));
            }
        }
        return bodies;
    }

    private static String text(Response response) {
        try {
            return response.text();
        } catch (PlaywrightException _) {
            // A redirect has no body, nor has an answer whose page is gone.
            return "";
        }
    }
}
