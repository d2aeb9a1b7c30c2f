package groundschool.lesson;

import static groundschool.db.generated.Tables.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import groundschool.web.Visitors;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LessonRunPageTest {

    private static final Lesson.Part.Commands CREATE =
            commands(
                    "create",
                    "aws dynamodb create-table --table-name boats --billing-mode PAY_PER_REQUEST"
                            + " --attribute-definitions AttributeName=name,AttributeType=S"
                            + " --key-schema AttributeName=name,KeyType=HASH --query TableDescription.TableStatus");
    private static final Lesson.Part.Commands PUT =
            commands(
                    "put",
                    "MINE=Emma\naws dynamodb put-item --table-name boats --item '{\"name\": {\"S\": \"Emma\"}}'");
    private static final Lesson.Part.Commands READ =
            commands(
                    "read",
                    "echo mine: $MINE && aws dynamodb scan --table-name boats --query Count");
    private static final Lesson BOATS = lesson("boats");
    private static final Lesson OARS = lesson("oars");
    private static final String PAGE = "/lessons/boats";

    private final Path data;
    private Database database;
    private Emulator emulator;
    private LessonDesk desk;
    private TestSite site;

    LessonRunPageTest(@TempDir Path data) {
        this.data = data;
        start();
    }

    private void start() {
        database = Database.in(data);
        emulator = new Emulator(Sandboxes.at(data.resolve("aws"), Durability.WRITE));
        desk = new LessonDesk(database, emulator, Clock.systemUTC());
        var catalogue = TestSchool.sailing(List.of(BOATS, OARS, TestSchool.knots()), List.of());
        var visitors = new Visitors(database, Clock.systemUTC());
        site =
                new TestSite(
                        catalogue,
                        database,
                        List.of(new LessonRunPage(visitors, () -> catalogue, desk)));
    }

    @AfterEach
    void stop() {
        site.close();
        emulator.close();
    }

    private static Lesson.Part.Commands commands(String id, String text) {
        return new Lesson.Part.Commands(id, text, "<pre>" + id + "</pre>");
    }

    private static Lesson lesson(String id) {
        return new Lesson(
                id,
                id,
                Duration.ofMinutes(5),
                List.of("1.1.1"),
                List.of(new Lesson.Part.Text("<p>Row.</p>"), CREATE, PUT, READ),
                "Row.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private HttpResponse<String> run(Lesson.Part.Commands block) {
        return site.submit(PAGE + "/run", Map.of("block", block.id(), "what", "author"));
    }

    private HttpResponse<String> runEdited(Lesson.Part.Commands block, String commands) {
        return site.submit(
                PAGE + "/run", Map.of("block", block.id(), "what", "edited", "commands", commands));
    }

    private String page() {
        return site.get(PAGE).body();
    }

    @Test
    void reading_a_lesson_makes_no_sandbox() {
        assertThat(page())
                .contains("id=\"run-create\"", "<pre>create</pre>")
                .containsOnlyOnce("They are not AWS’s.")
                .doesNotContain("terminal-entry");
        assertThat(emulator.sandboxes().keys()).isEmpty();
    }

    @Test
    void a_block_is_run_without_a_script_and_its_output_stands_below_it() {
        var answer = run(CREATE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(PAGE + "#run-create"));
        assertThat(page())
                .containsSubsequence("id=\"run-create\"", "&quot;CREATING&quot;", "id=\"run-put\"");
    }

    @Test
    void blocks_share_one_sandbox_and_its_variables() {
        run(CREATE);
        run(PUT);
        run(READ);

        assertThat(page())
                .containsSubsequence("It worked, and printed nothing.", "mine: Emma", "1");
        assertThat(emulator.sandboxes().keys()).hasSize(1);
    }

    @Test
    void errors_are_those_of_the_command_line() {
        run(READ);

        assertThat(page())
                .contains(
                        "terminal-error",
                        "An error occurred (ResourceNotFoundException) when calling the Scan operation");
    }

    @Test
    void what_the_emulator_lacks_it_says_itself() {
        runEdited(CREATE, "aws dynamodb search-vectors");

        assertThat(page()).contains("search-vectors is an operation of AWS that is not here yet");
    }

    @Test
    void changed_commands_are_run_and_shown_and_can_be_changed_again() {
        run(CREATE);
        runEdited(READ, "echo 'a<b'\r\necho two");

        assertThat(page())
                .contains("<pre class=\"terminal-command\">echo &#39;a&lt;b&#39;\necho two</pre>")
                .contains("spellcheck=\"false\">echo &#39;a&lt;b&#39;\necho two</textarea>")
                .containsSubsequence("run-read", "a&lt;b\n", "two");
    }

    @Test
    void a_script_is_answered_line_by_line() {
        var answer =
                site.submit(
                        PAGE + "/run",
                        List.of(Map.entry("block", "create"), Map.entry("what", "author")),
                        "application/x-ndjson");

        assertThat(answer.body().lines().toList())
                .hasSize(2)
                .first()
                .satisfies(line -> assertThat(line).contains("CREATING").contains("\"out\""));
        assertThat(answer.body()).contains("{\"exitCode\":0}");
        assertThat(page()).contains("&quot;CREATING&quot;");
    }

    @Test
    void starting_over_empties_the_sandbox_and_can_be_undone_both_ways() {
        run(CREATE);
        run(PUT);

        var answer = site.submit(PAGE + "/run/reset", Map.of("block", "put"));
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("#run-put"));
        assertThat(page()).doesNotContain("CREATING").contains("/run/undo");
        run(READ);
        assertThat(page()).contains("mine:\n", "ResourceNotFoundException");

        site.submit(PAGE + "/run/undo", Map.of());
        assertThat(page()).contains("CREATING").doesNotContain("ResourceNotFoundException");
        site.submit(PAGE + "/run/undo", Map.of());
        assertThat(page()).doesNotContain("CREATING").contains("ResourceNotFoundException");
        site.submit(PAGE + "/run/undo", Map.of());
        run(READ);

        assertThat(page()).containsSubsequence("mine: Emma", "1");
    }

    @Test
    void starting_over_again_and_again_keeps_only_what_can_be_brought_back() {
        for (var time = 0; time < 3; time++) {
            run(CREATE);
            site.submit(PAGE + "/run/reset", Map.of());
        }

        site.submit(PAGE + "/run/undo", Map.of());

        assertThat(page()).contains("CREATING");
        assertThat(site.submit(PAGE + "/run/undo", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page()).doesNotContain("CREATING");
    }

    @Test
    void there_is_nothing_to_undo_before() {
        assertThat(site.submit(PAGE + "/run/undo", Map.of()).statusCode()).isEqualTo(404);
        assertThat(site.submit(PAGE + "/run/reset", Map.of()).statusCode()).isEqualTo(303);
        assertThat(site.submit(PAGE + "/run/cancel", Map.of()).statusCode()).isEqualTo(204);
        assertThat(emulator.sandboxes().keys()).isEmpty();
    }

    @Test
    void a_restart_keeps_the_sandbox_its_variables_and_files_and_what_was_run() {
        run(CREATE);
        run(PUT);
        runEdited(READ, "echo kept > note.txt");
        var before = page();

        stop();
        start();

        assertThat(outputs(page())).isEqualTo(outputs(before)).isNotEmpty();
        runEdited(READ, READ.text() + " && cat note.txt");
        assertThat(page()).containsSubsequence("mine: Emma", "1", "kept");
    }

    private static List<String> outputs(String page) {
        return page.lines().filter(line -> line.contains("terminal-entry")).toList();
    }

    @Test
    void each_lesson_and_each_learner_has_a_sandbox_of_its_own() {
        run(CREATE);
        site.submit("/lessons/oars/run", Map.of("block", "read", "what", "author"));
        var theirs = desk.open(otherLearner(), BOATS);
        theirs.run("read", READ.text(), _ -> {});

        assertThat(site.get("/lessons/oars").body()).contains("ResourceNotFoundException");
        assertThat(page()).contains("CREATING").doesNotContain("ResourceNotFoundException");
        assertThat(emulator.sandboxes().keys()).hasSize(3);
    }

    private long otherLearner() {
        return database.transaction(db ->
                db.insertInto(LEARNER)
                        .set(LEARNER.NAME, "Somebody else")
                        .set(LEARNER.CREATED_AT, Instant.now())
                        .returningResult(LEARNER.ID)
                        .fetchSingle()
                        .value1());
    }

    @Test
    void what_no_page_sends_is_refused_with_a_page() {
        assertThat(site.submit("/lessons/gone/run", Map.of("block", "read")).statusCode())
                .isEqualTo(404);
        assertThat(site.submit("/lessons/knots/run", Map.of("block", "read")).statusCode())
                .isEqualTo(409);
        assertThat(site.submit(PAGE + "/run", Map.of()).body())
                .contains("its author has changed them");
        assertThat(runEdited(READ, "  ").statusCode()).isEqualTo(400);
        assertThat(runEdited(READ, "echo " + "x".repeat(20_000)).body())
                .contains("more than 20000 characters");
        assertThat(site.send(withoutToken()).statusCode()).isEqualTo(403);
        assertThat(emulator.sandboxes().keys()).isEmpty();
    }

    private HttpRequest.Builder withoutToken() {
        return site.request(PAGE + "/run")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("block=read"));
    }

    @Test
    @Timeout(60)
    void what_writes_without_end_is_stopped_and_only_its_beginning_is_kept() {
        runEdited(READ, "x=0123456789\n" + "x=$x$x\n".repeat(16) + "echo $x\necho $x\n");

        assertThat(page()).contains("0123456789").hasSizeLessThan(120_000);
    }

    @Test
    @Timeout(60)
    void a_crowd_waits_for_its_turn_and_a_larger_one_is_refused() {
        runEdited(READ, "echo begin");
        var waits = "aws dynamodb wait table-exists --table-name nothing";
        var crowd =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> runEdited(READ, waits).statusCode()))
                        .toList();
        // Nobody cancels yet, so that the first that is answered is one too many.
        var first = CompletableFuture.anyOf(crowd.toArray(CompletableFuture[]::new)).join();
        assertThat(first).isEqualTo(429);
        var answers = new java.util.ArrayList<Integer>();
        while (answers.size() < 8) {
            site.submit(PAGE + "/run/cancel", Map.of());
            answers.clear();
            crowd.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .forEach(answers::add);
        }

        assertThat(answers).contains(303, 429).containsOnly(303, 429);
        assertThat(run(CREATE).statusCode()).isEqualTo(303);
    }
}
