package groundschool.proof;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Catalogue;
import groundschool.content.Exam;
import groundschool.content.Lesson;
import groundschool.content.Prose;
import groundschool.question.Choice;
import groundschool.question.Details;
import groundschool.question.Option;
import groundschool.question.Proof;
import groundschool.question.Question;
import groundschool.question.QuestionKind;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProofPageTest {

    private static final String QUESTIONS = "/lessons/boats/questions";

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(catalogue("Which names a boat?", "dynamodb ListTables"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void the_run_is_shown_after_the_answer_with_right_and_wrong() {
        var page = answer("right");

        assertThat(page)
                .containsSubsequence(
                        "This answer was run.",
                        "See the run",
                        "Option A",
                        "Right",
                        "dynamodb ListTables",
                        "&quot;TableNames&quot; : [ ]",
                        "As expected",
                        "Option B",
                        "Wrong",
                        "ResourceNotFoundException: ");
        assertThat(answer("wrong")).contains("This answer was run.");
    }

    @Test
    void nothing_of_it_is_shown_before_the_answer() {
        assertThat(site.get(QUESTIONS + "?q=1").body()).doesNotContain("proof", "was run");
        assertThat(site.submit(QUESTIONS, Map.of("number", "1")).body())
                .contains("Nothing is answered yet")
                .doesNotContain("proof", "was run");
        assertThat(site.submit(QUESTIONS, Map.of("number", "1", "answer", "neither")).body())
                .doesNotContain("proof", "was run");
    }

    @Test
    void an_exam_shows_it_in_its_result_only() {
        site.submit("/exams", Map.of("exam", "short"));
        assertThat(site.get("/exams/1?q=1").body()).contains("a boat?").doesNotContain("proof");
        assertThat(site.get("/exams/1/review").body()).doesNotContain("proof");

        site.submit("/exams/1/submission", Map.of());

        assertThat(site.get("/exams/1").body()).contains("This answer was run.");
    }

    @Test
    void a_question_that_was_changed_since_the_exam_shows_no_run_of_another() {
        site.submit("/exams", Map.of("exam", "short"));
        site.submit("/exams/1/submission", Map.of());

        site.show(catalogue("Which names no boat?", "dynamodb ListTables"));

        assertThat(site.get("/exams/1").body()).contains("a boat?").doesNotContain("was run");
        assertThat(answer("right")).contains("This answer was run.");
    }

    @Test
    void a_proof_that_was_changed_is_run_anew() {
        assertThat(answer("right")).contains("dynamodb ListTables");

        site.show(catalogue("Which names a boat?", "dynamodb DescribeLimits"));

        assertThat(answer("right")).contains("dynamodb DescribeLimits");
    }

    @Test
    void it_says_if_the_run_gave_something_else_or_cannot_be_made() {
        site.show(catalogue("Which names a boat?", "dynamodb CreateTable"));
        assertThat(answer("right"))
                .contains("and did not give what its author expects", "Not as expected");

        site.show(catalogue("Which names a boat?", "dynamodb SearchVectors"));
        assertThat(answer("right"))
                .contains("which this version of Groundschool cannot make")
                .doesNotContain("was run");
    }

    private String answer(String option) {
        return site.submit(QUESTIONS, Map.of("number", "1", "answer", option)).body();
    }

    /// @param call of the right option
    private static Catalogue catalogue(String stem, String call) {
        var options = new LinkedHashMap<String, Proof.Call>();
        options.put("right", new Proof.Call(Map.of("call", call, "expect", Map.of()), 3));
        options.put(
                "wrong",
                new Proof.Call(
                        Map.of(
                                "call", "dynamodb DescribeTable",
                                "input", Map.of("TableName", "boats"),
                                "error", "ResourceNotFoundException"),
                        6));
        var proof = new Proof(List.of(), options, Path.of("boats.questions.md"), 2);
        var question =
                new Choice(
                        new Details(
                                "boat-name",
                                "A name",
                                Optional.empty(),
                                prose(stem),
                                Optional.of("1.1.1"),
                                1,
                                Prose.EMPTY,
                                List.of(),
                                Optional.of(proof)),
                        List.of(option("right"), option("wrong")),
                        "right");
        return TestSchool.sailing(List.of(lesson(question)), List.of(exam()));
    }

    private static Option option(String id) {
        return new Option(id, prose("Text of " + id), prose("Reason of " + id));
    }

    private static Prose prose(String text) {
        return new Prose("<p>" + text + "</p>", text);
    }

    private static Lesson lesson(Question question) {
        return new Lesson(
                "boats",
                "Boats",
                Duration.ofMinutes(5),
                List.of("1.1.1"),
                List.of(new Lesson.Part.Text("<p>Row.</p>")),
                "Row.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(question));
    }

    private static Exam exam() {
        return new Exam(
                "short",
                "Short exam",
                "sailing",
                Prose.EMPTY,
                Duration.ofMinutes(30),
                700,
                EnumSet.allOf(QuestionKind.class),
                List.of(new Exam.Draw(Optional.of("1"), 1, 0, List.of("boat-name"))));
    }
}
