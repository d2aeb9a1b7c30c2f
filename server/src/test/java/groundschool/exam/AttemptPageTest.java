package groundschool.exam;

import static groundschool.db.generated.Tables.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Exam;
import groundschool.question.Answer;
import groundschool.question.Question;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// An exam while it is sat.
class AttemptPageTest extends AttemptFixture {

    @Test
    void asks_what_the_exam_draws_from_each_domain() {
        var url = begin();

        var paper = attempt(url).paper();

        assertThat(paper.questions()).hasSize(5).filteredOn(Asked::scored).hasSize(4);
        assertThat(paper.questions()).filteredOn(each -> each.domainId().equals("2")).hasSize(2);
        assertThat(site.get(url).body()).contains("Question 1", "of 5", "30 min left");
    }

    @Test
    void a_second_start_goes_on_with_the_exam_that_is_under_way() throws Exception {
        List<Callable<String>> starts = List.of(this::begin, this::begin, this::begin);
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var urls = tabs.invokeAll(starts).stream().map(each -> each.resultNow()).distinct();

            assertThat(urls).hasSize(1);
        }
    }

    @Test
    void keeps_answer_flag_and_strikes_of_a_question() {
        var url = begin();
        var number = asked(url, "snug-loop").number();

        answer(
                url,
                number,
                List.of(
                        Map.entry("answer", "granny"),
                        Map.entry("flagged", "yes"),
                        Map.entry("struck", "slip"),
                        Map.entry("struck", "no-such-option")));

        var kept = asked(url, "snug-loop");
        assertThat(kept.answer()).isEqualTo(Answer.Chosen.of("granny"));
        assertThat(kept.flagged()).isTrue();
        assertThat(kept.struck()).containsExactly("slip");
        assertThat(site.get(url + "/review").body()).contains("1 of 5", "4 without an answer");
    }

    @Test
    void an_ordering_that_is_half_done_keeps_its_gaps() {
        var url = begin();

        answer(
                url,
                asked(url, "tie-up").number(),
                List.of(
                        Map.entry("answer", ""),
                        Map.entry("answer", "loop"),
                        Map.entry("answer", "")));

        var places = asked(url, "tie-up").view().places();
        assertThat(places.stream().map(place -> place.given())).containsExactly("", "loop", "");
    }

    @Test
    void goes_where_the_button_says() {
        var url = begin();

        assertThat(go(url, 1, "next")).endsWith("?q=2");
        assertThat(go(url, 2, "previous")).endsWith("?q=1");
        assertThat(go(url, 5, "next")).endsWith("/review");
        assertThat(go(url, 3, "review")).endsWith("/review");
        assertThat(go(url, 3, "https://elsewhere.example")).endsWith("?q=3");
    }

    private String go(String url, int number, String where) {
        return answer(url, number, List.of(Map.entry("go", where)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void the_key_is_in_no_response_before_the_exam_is_submitted() {
        var url = begin();
        var seen = new StringBuilder();

        for (var number = 1; number <= 5; number++) {
            seen.append(site.get(url + "?q=" + number).body());
            seen.append(answer(url, number, List.of(Map.entry("answer", "granny"))).body());
        }
        seen.append(site.get(url + "/review").body())
                .append(site.get("/exams").body())
                .append(site.get("/").body())
                .append(site.get("/progress").body());

        assertThat(seen.toString())
                .doesNotContain("Reason of", "Explanation of", ">Right<", ">Wrong<")
                .doesNotContainPattern("data-right|class=\"[^\"]*right");
    }

    @Test
    void somebody_else_s_attempt_does_not_exist() {
        var other = othersAttempt();
        var url = "/exams/" + other;

        assertThat(site.get(url).statusCode()).isEqualTo(404);
        assertThat(site.get(url + "/review").statusCode()).isEqualTo(404);
        assertThat(answer(url, 1, List.of()).statusCode()).isEqualTo(404);
        assertThat(submit(url).statusCode()).isEqualTo(404);
    }

    private long othersAttempt() {
        return site.database()
                .transaction(db -> {
                    var other =
                            db.insertInto(LEARNER)
                                    .set(LEARNER.NAME, "Somebody else")
                                    .set(LEARNER.CREATED_AT, Instant.EPOCH)
                                    .returningResult(LEARNER.ID)
                                    .fetchSingle()
                                    .value1();
                    var exam = TestSchool.harbour();
                    var blueprint = TestSchool.blueprint();
                    var draft = Draft.of(exam, blueprint, TestSchool.sailing(), new Random(1));
                    return new Attempts(db)
                            .start(other, exam, blueprint.scale(), draft, TestSite.NOW);
                });
    }

    @Test
    void an_exam_that_lacks_questions_says_how_many_and_cannot_be_started() {
        assertThat(site.get("/exams").body()).contains("needs 4 more questions in domain 2");

        var answer = site.submit("/exams", Map.of("exam", "ocean"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("it needs 4 more questions in domain 2.");
    }

    @Test
    void an_attempt_goes_on_when_its_exam_has_gone_from_the_content() {
        var url = begin();

        site.show(TestSchool.sailing(List.of(), List.<Exam>of()));

        assertThat(site.get("/exams").body()).contains("Harbour exam", "Continue the exam", url);
        assertThat(answerRight(url, "snug-loop").statusCode()).isEqualTo(303);
        submit(url);
        assertThat(site.get(url).body()).contains("Stem of snug-loop.");
    }

    @Test
    void a_clock_that_is_set_back_leaves_the_exam_open() {
        var url = begin();
        site.clock().move(Duration.ofDays(-1));

        assertThat(site.get(url).statusCode()).isEqualTo(200);
        assertThat(answerRight(url, "snug-loop").statusCode()).isEqualTo(303);
    }

    @Test
    void the_first_page_leads_back_to_the_exam_that_is_under_way() {
        var url = begin();

        assertThat(site.get("/").body()).contains("0 of 5 answered, 30 min left", url);
    }

    @Test
    void what_no_page_sends_is_refused_with_a_page() {
        var url = begin();

        for (var path :
                List.of("/exams/0", "/exams/x", "/exams/99999999999999999999", url + "?q=9")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
        var answer = site.get(url + "?q=x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("What to do.");
        assertThat(site.submit("/exams", Map.of()).statusCode()).isEqualTo(404);
        assertThat(answer(url, 9, List.of()).statusCode()).isEqualTo(404);
        assertThat(site.submit(url + "/answers", Map.of("number", "one")).statusCode())
                .isEqualTo(400);
        assertThat(site.submit(url + "/answers", Map.of()).statusCode()).isEqualTo(404);
        assertThat(attempt(url).paper().answered()).isZero();
    }

    @Test
    void an_answer_of_many_long_parts_is_kept_whole() {
        var options = new ArrayList<String>();
        for (var place = 0; place < 26; place++) {
            options.add("option-" + "x".repeat(70) + "-" + place);
        }
        var answer = Answer.Chosen.of(options.toArray(String[]::new));
        var url = begin();
        var id = attempt(url).paper().id();

        var marks =
                new Marks(answer, true, Set.copyOf(options), Set.of("answer", "flagged", "struck"));

        var kept =
                site.database()
                        .transaction(db ->
                                new Attempts(db).keep(site.learner(), id, 1, marks, TestSite.NOW));

        assertThat(kept).isTrue();
        assertThat(attempt(url).paper().questions().getFirst().answer()).isEqualTo(answer);
    }

    @Test
    void options_are_shuffled_and_the_key_goes_with_them() {
        List<Question> all = new ArrayList<>();
        for (var seed = 0; seed < 20; seed++) {
            Draft.of(
                            TestSchool.harbour(),
                            TestSchool.blueprint(),
                            TestSchool.sailing(),
                            new Random(seed))
                    .questions()
                    .forEach(drawn -> all.add(drawn.question()));
        }
        var choices = all.stream().filter(each -> each.id().equals("snug-loop")).toList();

        assertThat(choices).hasSize(20);
        assertThat(choices.stream().distinct().count()).isGreaterThan(2);
        assertThat(choices)
                .allSatisfy(each ->
                        assertThat(each.grade(Answer.Chosen.of("bowline")).isRight()).isTrue());
    }
}
