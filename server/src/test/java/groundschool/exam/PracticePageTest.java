package groundschool.exam;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PracticePageTest {

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(TestSchool.sailing());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @SafeVarargs
    private HttpResponse<String> answer(
            String lesson, int number, Map.Entry<String, String>... fields) {
        var form = new ArrayList<>(List.of(fields));
        form.add(Map.entry("number", String.valueOf(number)));
        return site.submit("/lessons/" + lesson + "/questions", form);
    }

    private static Map.Entry<String, String> given(String value) {
        return Map.entry("answer", value);
    }

    @Test
    void asks_without_telling() {
        for (var path :
                List.of(
                        "/lessons/knots/questions?q=1",
                        "/lessons/knots/questions?q=2",
                        "/lessons/knots/questions?q=3",
                        "/lessons/tides/questions?q=1",
                        "/lessons/tides/questions?q=2")) {
            assertThat(site.get(path).body())
                    .contains("Stem of")
                    .doesNotContain("Reason of", "Explanation of");
        }
    }

    @Test
    void all_five_kinds_are_graded_right() {
        var right =
                List.of(
                        answer("knots", 1, given("bowline")),
                        answer("knots", 2, given("bollard"), given("cleat")),
                        answer("knots", 3, given("throw"), given("loop"), given("pull")),
                        answer(
                                "tides",
                                1,
                                Map.entry("answer-1", "moon"),
                                Map.entry("answer-2", "wind"),
                                Map.entry("answer-3", "moon")),
                        answer("tides", 2, given("3")));

        assertThat(right)
                .allSatisfy(page -> {
                    assertThat(page.statusCode()).isEqualTo(200);
                    assertThat(page.body()).contains("data-say=\"Right\"", "Explanation of");
                });
    }

    @Test
    void all_five_kinds_are_graded_wrong() {
        var wrong =
                List.of(
                        answer("knots", 1, given("granny")),
                        answer("knots", 2, given("bollard")),
                        answer("knots", 3, given("loop"), given(""), given("pull")),
                        answer("tides", 1, Map.entry("answer-1", "wind")),
                        answer("tides", 2, given("three")));

        assertThat(wrong)
                .allSatisfy(page -> assertThat(page.body()).contains("data-say=\"Wrong\""));
    }

    @Test
    void an_empty_form_asks_again_and_tells_nothing() {
        assertThat(answer("knots", 1).body())
                .contains("Nothing is answered yet")
                .doesNotContain("Reason of");
    }

    @Test
    void begins_with_the_first_question_that_was_not_right_last_time() {
        answer("knots", 1, given("bowline"));
        answer("knots", 2, given("gull"));

        assertThat(site.get("/lessons/knots/questions").body()).contains("Question 2 of 3");
    }

    @Test
    void what_was_typed_is_shown_as_text() {
        assertThat(answer("tides", 2, given("<b>3</b>")).body())
                .contains("&lt;b&gt;3&lt;/b&gt;")
                .doesNotContain("<b>3</b>");
    }

    @Test
    void a_very_long_answer_is_cut_and_not_a_failure() {
        assertThat(answer("tides", 2, given("3".repeat(50_000))).statusCode()).isEqualTo(200);
    }

    @Test
    void what_no_page_sends_is_refused_with_a_page() {
        assertThat(site.get("/lessons/gone/questions").statusCode()).isEqualTo(404);
        assertThat(site.get("/lessons/knots/questions?q=0").statusCode()).isEqualTo(404);
        assertThat(site.get("/lessons/knots/questions?q=-1").statusCode()).isEqualTo(404);
        assertThat(site.get("/lessons/knots/questions?q=two").statusCode()).isEqualTo(400);
        assertThat(answer("knots", 9, given("bowline")).statusCode()).isEqualTo(404);
        assertThat(site.submit("/lessons/knots/questions", Map.of()).statusCode()).isEqualTo(404);
        assertThat(answer("tides", 2, given("3\0")).statusCode()).isEqualTo(400);
    }
}
