package groundschool.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.lab.LabRuns;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The same migrations and the same queries on PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {

    private Optional<Postgres> server = Optional.empty();
    private Optional<TestSite> open = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        server = Postgres.start();
        assumeTrue(server.isPresent(), "this machine has no PostgreSQL that can be started");
        open =
                server.map(
                        it -> new TestSite(TestSchool.sailing(), Database.at(it.url()), List.of()));
    }

    @AfterAll
    void stop() throws Exception {
        open.ifPresent(TestSite::close);
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private TestSite site() {
        return open.orElseThrow();
    }

    @Test
    void migrations_that_have_run_are_not_run_again() {
        try (var again = Database.at(server.orElseThrow().url())) {
            assertThat(again.isUp()).isTrue();
        }
    }

    @Test
    void keeps_how_far_a_lesson_was_read() {
        site().submit("/lessons/tides/position", Map.of("position", "0.25"));
        site().submit("/lessons/tides/position", Map.of("position", "0.5"));
        site().submit("/lessons/tides/done", Map.of());
        site().submit("/lessons/tides/done", Map.of());

        assertThat(site().get("/lessons/tides").body()).contains("data-position=\"0.5\"");
        assertThat(site().get("/courses/sailing").statusCode()).isEqualTo(200);
    }

    @Test
    void keeps_and_takes_back_grades() {
        site().submit("/cards/taken", Map.of());
        site().submit("/cards/taken", Map.of());
        var grade = Map.of("prompt", "bowline", "grades", "0", "rating", "4");

        site().submit("/cards/grades", grade);
        site().submit("/cards/grades", grade);

        assertThat(site().get("/cards").body()).contains("1 done today");
        site().submit("/cards/undo", Map.of());
        assertThat(site().get("/cards").body()).contains("0 done today");
    }

    @Test
    void an_exam_is_started_once_answered_and_submitted() throws Exception {
        List<Callable<String>> starts = List.of(this::begin, this::begin, this::begin);
        var url = "";
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var urls = tabs.invokeAll(starts).stream().map(each -> each.resultNow()).distinct();
            url = urls.reduce((one, another) -> one + " and " + another).orElseThrow();
        }
        assertThat(url).doesNotContain(" and ");

        var answer =
                site().submit(url + "/answers", Map.of("number", "1", "answer", "3", "go", "next"));
        assertThat(answer.statusCode()).isEqualTo(303);
        site().submit(url + "/submission", Map.of());
        assertThat(
                        site().submit(url + "/answers", Map.of("number", "1", "touched", "answer"))
                                .statusCode())
                .isEqualTo(409);
        assertThat(site().get(url).body()).contains("By domain");
    }

    private String begin() {
        return site().submit("/exams", Map.of("exam", "harbour"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void practice_counts_for_progress() {
        site().submit("/lessons/tides/questions", Map.of("number", "2", "answer", "3"));

        assertThat(site().get("/progress").body()).contains("1 of 2");
    }

    @Test
    void keeps_the_run_of_a_lab_and_its_files() {
        var now = TestSite.NOW;
        var learner = site().learner();
        var variables = new LinkedHashMap<>(Map.of("table", "orders-k3"));

        var run =
                site().database()
                        .transaction(db -> {
                            var runs = new LabRuns(db);
                            var begun =
                                    runs.begin(
                                            learner,
                                            "orders-table",
                                            new LabRuns.Ground(
                                                    "sandbox", "AKIA", new Checkpoint(1), 0),
                                            variables,
                                            Map.of("order.json", "{}"),
                                            now);
                            runs.score(begun.id(), 60, false, now);
                            runs.score(begun.id(), 40, false, now);
                            runs.saveFiles(begun.id(), Map.of("order.json", "x".repeat(100_000)));
                            return runs.byId(learner, begun.id()).orElseThrow();
                        });

        assertThat(run.score()).isEqualTo(40);
        assertThat(run.bestScore()).isEqualTo(60);
        assertThat(run.variables()).isEqualTo(variables);
        assertThat(run.startedAt()).isEqualTo(now);
        Map<String, String> files =
                site().database().transaction(db -> new LabRuns(db).files(run.id()));
        assertThat(files)
                .hasEntrySatisfying("order.json", text -> assertThat(text).hasSize(100_000));
    }
}
