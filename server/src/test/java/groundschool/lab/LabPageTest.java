package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Caller;
import groundschool.emulator.http.PortTakenException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LabPageTest {

    private static final String CREATE =
            LabSite.LAB.solution().steps().getOrDefault("create-the-table", "");

    private final Path data;
    private LabSite site;

    LabPageTest(@TempDir Path data) throws PortTakenException {
        this.data = data;
        this.site = new LabSite(data);
    }

    @AfterEach
    void close_it() {
        site.close();
    }

    @Test
    void opening_a_lab_makes_a_sandbox_and_shows_how_to_reach_it() {
        var page = site.get("/labs/orders-table");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("export AWS_ENDPOINT_URL=" + site.port.uri() + "\nexport AWS_ACCESS")
                .contains("export AWS_ACCESS_KEY_ID=" + site.bench().key().id() + "\nexport AWS_")
                .contains("alias aws='aws --endpoint-url " + site.port.uri() + "'")
                .contains("export TABLE=orders-")
                .contains("0 of 10 checks, 0 of 100 points");
        assertThat(site.get("/labs").body()).contains("Under way");
    }

    @Test
    void a_command_of_the_terminal_turns_checks_without_a_script() {
        var actions = site.open();

        var answer = site.post(actions + "/terminal", "command", CREATE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(site.get("/labs/orders-table").body())
                .contains("2 of 10 checks, 25 of 100 points")
                .contains("Back to here")
                .contains("dynamodb CreateTable")
                .contains("&quot;TableStatus&quot;");
    }

    @Test
    void the_terminal_answers_a_script_line_by_line() {
        var actions = site.open();

        var answer =
                site.ask(
                        "application/x-ndjson",
                        actions + "/terminal",
                        "command",
                        "echo one && aws dynamodb describe-table --table-name nothing");

        assertThat(answer.body().lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("one").contains("\"out\""))
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("ResourceNotFoundException")
                                .contains("\"error\""))
                .last()
                .isEqualTo("{\"exitCode\":254}");
    }

    @Test
    @Timeout(20)
    void checks_turn_by_themselves_when_somebody_calls_from_outside() throws Exception {
        var actions = site.open();
        var stream = site.stream(actions + "/events");
        var lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        assertThat(next(lines)).contains("0 of 10 checks");

        var bench = site.bench();
        var sandbox = site.emulator.sandboxes().open(bench.key().sandbox());
        site.emulator.perform(
                new Caller(sandbox, bench.key().principal(), Workbench.REGION),
                "dynamodb",
                "CreateTable",
                JsonMapper.builder()
                        .build()
                        .readTree(
                                """
                                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                                 "AttributeDefinitions": [{"AttributeName": "customerId", "AttributeType": "S"},
                                                          {"AttributeName": "orderId", "AttributeType": "S"}],
                                 "KeySchema": [{"AttributeName": "customerId", "KeyType": "HASH"},
                                               {"AttributeName": "orderId", "KeyType": "RANGE"}]}
                                """
                                        .formatted(bench.run().variables().get("table"))));

        var event = next(lines);
        assertThat(event)
                .contains("check-table-keys")
                .contains("2 of 10 checks, 25 of 100 points")
                .doesNotContain("check-write-units");
        stream.body().close();
    }

    private static String next(BufferedReader lines) throws Exception {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return line;
            }
        }
        throw new AssertionError("the stream has ended");
    }

    @Test
    void a_reset_empties_the_sandbox_and_can_be_undone() {
        var actions = site.open();
        site.post(actions + "/terminal", "command", CREATE + "\necho mine > notes.txt");

        site.post(actions + "/reset");
        var reset = site.get("/labs/orders-table").body();

        assertThat(reset).contains("0 of 10 checks").contains("Undo: bring it back");
        assertThat(site.bench().snapshot().run().score()).isZero();

        site.post(actions + "/undo");

        assertThat(site.get("/labs/orders-table").body()).contains("2 of 10 checks");
        var cat =
                site.ask("application/x-ndjson", actions + "/terminal", "command", "cat notes.txt");
        assertThat(cat.body()).contains("mine");
    }

    @Test
    void one_can_go_back_to_the_end_of_a_step() {
        var actions = site.open();
        var steps = LabSite.LAB.solution().steps();
        site.post(actions + "/terminal", "command", CREATE);
        site.bench().check();
        site.post(actions + "/terminal", "command", steps.getOrDefault("copy-three-orders", ""));
        assertThat(site.bench().check().score()).isEqualTo(40);

        site.post(actions + "/steps/create-the-table");

        assertThat(site.bench().check().score()).isEqualTo(25);
    }

    @Test
    void a_restart_keeps_the_run_the_verdicts_and_the_sandbox() throws PortTakenException {
        var actions = site.open();
        site.post(actions + "/terminal", "command", CREATE);
        site.post(actions + "/answers/write-units", "answer", "3");
        var before = site.bench().snapshot();

        site.close();
        site = new LabSite(data);
        var after = site.bench().snapshot();

        assertThat(after.run()).isEqualTo(before.run());
        assertThat(after.grading()).isEqualTo(before.grading());
        assertThat(after.commands()).isEqualTo(before.commands());
        assertThat(after.answers()).containsEntry("write-units", "3");
        assertThat(after.callCount()).isEqualTo(before.callCount());
        assertThat(site.bench().check().score()).isEqualTo(35);
    }

    @Test
    void a_wrong_answer_makes_the_cards_due_and_does_not_tell_the_right_one() {
        var actions = site.open();

        var answer =
                site.ask("application/json", actions + "/answers/write-units", "answer", "one WRU");

        assertThat(answer.body()).contains("a number, such as 7");
        assertThat(site.repeated).contains("put-replaces");
    }

    @Test
    void the_run_of_somebody_else_is_not_there() {
        site.open();
        var theirs = site.desk.open(site.otherLearner(), LabSite.LAB).run();
        var actions = "/labs/orders-table/runs/" + theirs.id();

        assertThat(site.post(actions + "/check").statusCode()).isEqualTo(404);
        assertThat(site.post(actions + "/reset").statusCode()).isEqualTo(404);
        assertThat(site.post(actions + "/terminal", "command", "ls").statusCode()).isEqualTo(404);
        assertThat(site.get(actions + "/events").statusCode()).isEqualTo(404);
        assertThat(site.get(actions + "/parts").statusCode()).isEqualTo(404);
    }
}
