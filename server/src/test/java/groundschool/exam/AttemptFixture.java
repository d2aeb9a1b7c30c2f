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

/// Somebody who sits the harbour exam.
abstract class AttemptFixture {

    static final Map<String, List<Map.Entry<String, String>>> RIGHT =
            Map.of(
                    "snug-loop", List.of(Map.entry("answer", "bowline")),
                    "two-that-hold",
                            List.of(Map.entry("answer", "cleat"), Map.entry("answer", "bollard")),
                    "tie-up",
                            List.of(
                                    Map.entry("answer", "throw"),
                                    Map.entry("answer", "loop"),
                                    Map.entry("answer", "pull")),
                    "who-pulls",
                            List.of(
                                    Map.entry("answer-1", "moon"),
                                    Map.entry("answer-2", "wind"),
                                    Map.entry("answer-3", "moon")),
                    "twelfths", List.of(Map.entry("answer", "3 h")));

    TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(TestSchool.sailing());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    String begin() {
        var answer = site.submit("/exams", Map.of("exam", "harbour"));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    Attempt attempt(String url) {
        var id = Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
        return site.database()
                .transaction(db ->
                        new Attempts(db)
                                .attempt(site.learner(), id, site.clock().instant())
                                .orElseThrow());
    }

    Asked asked(String url, String question) {
        return attempt(url).paper().questions().stream()
                .filter(each -> each.question().id().equals(question))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> answer(String url, int number, List<Map.Entry<String, String>> fields) {
        var form = new ArrayList<>(fields);
        form.add(Map.entry("number", String.valueOf(number)));
        return site.submit(url + "/answers", form);
    }

    HttpResponse<String> answerRight(String url, String question) {
        return answer(url, asked(url, question).number(), RIGHT.getOrDefault(question, List.of()));
    }

    HttpResponse<String> submit(String url) {
        return site.submit(url + "/submission", Map.of());
    }
}
