package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.content.Lab;
import groundschool.emulator.http.PortTakenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab that has AWS's times be played out.
class PlayedTimesTest {

    private static final String REPORTS =
            """
            aws logs filter-log-events --log-group-name "/aws/lambda/$FUNCTION" --filter-pattern '"Init Duration"' --query 'events[].message' --output text
            """;

    private final LabSite site;
    private final Workbench bench;

    PlayedTimesTest(@TempDir Path data) throws PortTakenException {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))),
                "There is no node on the PATH.");
        var lab = LabSite.lab("first-function");
        var slow =
                new Lab(
                        lab.id(),
                        lab.title(),
                        lab.time(),
                        lab.continues(),
                        lab.objectives(),
                        lab.services(),
                        lab.cards(),
                        lab.variables(),
                        true,
                        lab.story(),
                        lab.steps(),
                        lab.starter(),
                        lab.solution(),
                        lab.wrong());
        site = new LabSite(data, slow);
        site.get("/labs/first-function");
        bench = site.desk.open(site.visitors.local().id(), slow);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void its_functions_begin_as_slowly_as_on_aws_and_do_so_after_a_reset_too() {
        assertThat(bench.type(bench.lab().solution().text(), _ -> {}).exitCode()).isZero();
        assertThatInitsTakeLong();
        assertThat(site.emulator.sandboxes().open(bench.key().sandbox()).clock().now())
                .isAfter(Instant.now().plusMillis(250));

        bench.reset();

        assertThat(bench.type(bench.lab().solution().text(), _ -> {}).exitCode()).isZero();
        assertThatInitsTakeLong();
    }

    private void assertThatInitsTakeLong() {
        var reports = bench.type(REPORTS, _ -> {}).outputText();
        var init = Pattern.compile("Init Duration: ([0-9.]+) ms").matcher(reports);
        assertThat(init.find()).as(reports).isTrue();
        assertThat(Double.parseDouble(init.group(1))).isGreaterThan(300);
    }
}
