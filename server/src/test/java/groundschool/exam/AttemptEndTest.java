package groundschool.exam;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestSite;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// How an exam ends, and what is told of it then.
class AttemptEndTest extends AttemptFixture {

    @Test
    void a_complete_paper_has_the_whole_score() {
        var url = begin();
        RIGHT.keySet().forEach(question -> answerRight(url, question));

        submit(url);

        assertThat(((Attempt.Submitted) attempt(url)).result())
                .satisfies(result -> {
                    assertThat(result.right()).isEqualTo(4);
                    assertThat(result.score()).isEqualTo(1000);
                    assertThat(result.passed()).isTrue();
                });
    }

    @Test
    void the_result_is_told_by_domain_with_the_reason_of_every_option() {
        var url = begin();
        answerRight(url, "who-pulls");
        answerRight(url, "twelfths");

        submit(url);

        var result = ((Attempt.Submitted) attempt(url)).result();
        assertThat(result.domains())
                .containsExactly(
                        new Result.Part("1", "Ropes", 0, 2), new Result.Part("2", "Water", 2, 2));
        assertThat(site.get(url).body())
                .contains("1 · Ropes", "0 of 2", "2 · Water", "2 of 2", "Below the pass mark")
                .contains("Reason of bowline.", "Reason of granny.", "Explanation of twelfths.")
                .contains("Not counted");
    }

    @Test
    void when_the_time_runs_out_what_was_answered_is_handed_in_as_of_then() {
        var url = begin();
        answerRight(url, "snug-loop");
        site.clock().move(Duration.ofMinutes(31));

        var late = answerRight(url, "twelfths");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("This exam is over", "What you had saved before is safe.");
        assertThat(attempt(url))
                .isInstanceOfSatisfying(
                        Attempt.Submitted.class,
                        attempt -> {
                            assertThat(attempt.submittedAt())
                                    .isEqualTo(TestSite.NOW.plus(Duration.ofMinutes(30)));
                            assertThat(attempt.paper().answered()).isEqualTo(1);
                        });
        assertThat(site.get(url).body()).contains("Below the pass mark");
    }

    @Test
    void after_submitting_nothing_changes_any_more() {
        var url = begin();
        submit(url);
        site.clock().move(Duration.ofMinutes(1));

        var answer = answerRight(url, "snug-loop");
        var again = submit(url);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(attempt(url))
                .isInstanceOfSatisfying(
                        Attempt.Submitted.class,
                        attempt -> {
                            assertThat(attempt.submittedAt()).isEqualTo(TestSite.NOW);
                            assertThat(attempt.paper().answered()).isZero();
                        });
    }

    @Test
    void an_answer_is_kept_before_the_submission_or_refused_but_never_lost() throws Exception {
        for (var time = 0; time < 10; time++) {
            var url = begin();
            try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
                var answer = tabs.submit(() -> answerRight(url, "snug-loop").statusCode());
                var submission = tabs.submit(() -> submit(url).statusCode());

                submission.get();
                assertThat(asked(url, "snug-loop").isAnswered()).isEqualTo(answer.get() == 303);
            }
        }
    }
}
