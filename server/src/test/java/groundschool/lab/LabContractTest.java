package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.content.ContentReader;
import groundschool.content.Lab;
import groundschool.emulator.http.EmulatorServer;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of a lab score the same when a real AWS CLI runs them in bash.
class LabContractTest {

    @BeforeAll
    static void needs_an_aws_cli() throws Exception {
        assumeTrue(
                runs("aws", "--version"), "no AWS CLI on PATH: install awscli to compare with it");
        assumeTrue(runs("bash", "--version"), "no bash on PATH");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void the_solution_scores_100_with_the_real_cli(@TempDir Path folder) throws Exception {
        scores_100(LabSite.LAB, folder);
    }

    @Test
    void a_function_is_packed_deployed_and_called_with_the_real_cli(@TempDir Path folder)
            throws Exception {
        assumeTrue(runs("node", "--version"), "no node on PATH");
        assumeTrue(runs("zip", "-v"), "no zip on PATH");
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(Path.of("../content"), Path.of("../labs"));
        assertThat(read).isInstanceOf(ContentReader.Result.Loaded.class);
        var catalogue = ((ContentReader.Result.Loaded) read).catalogue();

        scores_100(catalogue.lab("first-function").orElseThrow(), folder);
    }

    private static void scores_100(Lab lab, Path folder) throws Exception {
        try (var rehearsal = new Rehearsal(List.of(), lab);
                var port = EmulatorServer.start(rehearsal.emulator(), "127.0.0.1", 0, Set.of())) {
            for (var file : lab.starter().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            var endpoint = port.uri().toString();
            // Older CLIs do not know AWS_ENDPOINT_URL; none may ever reach AWS from here.
            Files.writeString(
                    folder.resolve("script.sh"),
                    "set -e\naws() { command aws --endpoint-url '"
                            + endpoint
                            + "' \"$@\"; }\n"
                            + lab.solution().text());
            var process = new ProcessBuilder("bash", "script.sh").directory(folder.toFile());
            process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            process.environment().putAll(rehearsal.environment());
            process.environment().put("AWS_ENDPOINT_URL", endpoint);
            process.environment().put("AWS_ACCESS_KEY_ID", rehearsal.key().id());
            process.environment().put("AWS_SECRET_ACCESS_KEY", rehearsal.key().secret());
            process.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
            process.environment()
                    .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
            process.environment().put("AWS_PAGER", "");
            var output = folder.resolve("output.txt");
            var bash = process.redirectErrorStream(true).redirectOutput(output.toFile()).start();
            assertThat(bash.waitFor(2, TimeUnit.MINUTES)).isTrue();

            assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
            var grading = rehearsal.grade(name -> read(folder.resolve(name)));
            assertThat(grading.score()).as(grading.verdicts().toString()).isEqualTo(100);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
