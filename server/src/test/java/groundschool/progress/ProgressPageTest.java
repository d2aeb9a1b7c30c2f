package groundschool.progress;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressPageTest {

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(TestSchool.sailing());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private void practise(String answer) {
        site.submit("/lessons/tides/questions", Map.of("number", "2", "answer", answer));
    }

    @Test
    void says_what_will_be_here_before_anything_is_done() {
        assertThat(site.get("/progress").body())
                .contains("Nothing to show yet", "Go to today", "2 · Water");
    }

    @Test
    void shows_what_is_done_under_its_skill() {
        site.submit("/lessons/tides/done", Map.of());
        practise("3");

        assertThat(site.get("/progress").body())
                .doesNotContain("Nothing to show yet")
                .contains("1 of 1", "1 of 2");
    }

    @Test
    void the_latest_answer_counts_whether_it_was_given_in_practice_or_in_an_exam() {
        practise("3");
        assertThat(site.get("/progress").body()).contains("1 of 2");

        site.clock().move(Duration.ofMinutes(1));
        var exam =
                site.submit("/exams", Map.of("exam", "harbour"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        for (var number = 1; number <= 5; number++) {
            site.submit(exam + "/answers", Map.of("number", String.valueOf(number), "answer", "4"));
        }
        site.clock().move(Duration.ofMinutes(1));
        site.submit(exam + "/submission", Map.of());
        assertThat(site.get("/progress").body()).contains("0 of 2").doesNotContain("1 of 2");

        site.clock().move(Duration.ofMinutes(1));
        practise("3");
        assertThat(site.get("/progress").body()).contains("1 of 2");
    }

    @Test
    void a_question_that_an_exam_left_open_was_not_answered() {
        practise("3");
        site.clock().move(Duration.ofMinutes(1));

        site.submit("/exams", Map.of("exam", "harbour"));
        site.clock().move(Duration.ofHours(1));

        assertThat(site.get("/progress").body()).contains("1 of 2", "Harbour exam");
    }

    @Test
    void retention_counts_reviews_of_cards_that_had_come_as_far_as_days() {
        site.submit("/cards/taken", Map.of("lesson", "tides"));
        site.submit("/cards/grades", Map.of("prompt", "springs", "grades", "0", "rating", "4"));
        site.clock().move(Duration.ofDays(9));
        site.submit("/cards/grades", Map.of("prompt", "springs", "grades", "1", "rating", "3"));

        assertThat(site.get("/progress").body()).contains("100 %", "in 1 review.");
    }
}
