package groundschool.emulator.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {

    private static final int ORDINARY_USER = 12_345;

    @Test
    void harmful_functions_end_with_awss_errors_and_harm_nobody() {
        assumeIsolated();

        Map<String, String> answers;
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true)) {
            answers = new Siege(runtimes).run();
        }

        assertHarmless(answers);
    }

    @Test
    void they_do_so_too_where_the_server_is_an_ordinary_user(@TempDir Path folder)
            throws Exception {
        assumeIsolated();
        assumeTrue(
                Isolation.isRoot(),
                "Only root can start a process of another user: what the other test does is that already.");

        var answers = runAsAnother(folder);

        assertHarmless(answers);
    }

    private static void assumeIsolated() {
        var programs = new Programs(Path.of("/nowhere"), Programs.path(), false);
        assumeTrue(
                Isolation.of(programs, true).isComplete() && programs.named("python3").isPresent(),
                "There is no bwrap that works, or no python3: isolation is not tested.");
    }

    private static void assertHarmless(Map<String, String> answers) {
        assertThat(answers.get("fork bomb")).containsAnyOf("Sandbox.Timedout", "Runtime.ExitError");
        assertThat(answers.get("memory bomb"))
                .contains("Runtime.ExitError", "Runtime exited with error: signal: killed");
        assertThat(answers.get("full /tmp")).contains("[Errno 28] No space left on device");
        assertThat(answers.get("endless loop")).contains("Task timed out after 1.00 seconds");
        assertThat(answers.get("flood of log lines"))
                .contains("Task timed out after 2.00 seconds")
                .doesNotContain("logged");
        assertThat(answers.get("open files")).contains("[Errno 24] Too many open files");
        assertThat(answers.get("files of the server"))
                .isEqualTo("{\"seen\": [], \"processes\": true, \"written\": [\"/tmp/x\"]}");
        // It reaches only itself and what started it, with which the environment ends: before the
        // answer, or after it.
        assertThat(answers.get("killing"))
                .containsAnyOf("signal: killed", "No such process", "null");
        assertThat(answers.get("network")).isEqualTo("[[\"lo\"], \"Network is unreachable\"]");
        assertThat(answers.get("sockets")).isEqualTo("[\"aws\", \"runtime\"]");
        assertThat(answers.get("neighbour")).isEqualTo("12");
    }

    private static Map<String, String> runAsAnother(Path folder) throws Exception {
        var classPath = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                classPath.add(
                        Folders.laidOver(path, folder.resolve("c" + classPath.size())).toString());
            } else if (Files.exists(path)) {
                classPath.add(
                        Files.copy(
                                        path,
                                        folder.resolve(path.getFileName()),
                                        StandardCopyOption.REPLACE_EXISTING)
                                .toString());
            }
        }
        for (var file : List.of(folder)) {
            open(file);
        }
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process =
                new ProcessBuilder(
                                "setpriv",
                                "--reuid=" + ORDINARY_USER,
                                "--regid=" + ORDINARY_USER,
                                "--clear-groups",
                                java,
                                "-Xmx256m",
                                "-cp",
                                String.join(File.pathSeparator, classPath),
                                Siege.class.getName())
                        .redirectErrorStream(true)
                        .directory(folder.toFile())
                        .start();
        var answers = new LinkedHashMap<String, String>();
        try (var lines = process.inputReader()) {
            lines.lines()
                    .peek(line -> {
                        if (!line.startsWith("::")) {
                            System.out.println(line);
                        }
                    })
                    .filter(line -> line.startsWith("::"))
                    .forEach(line -> {
                        int equals = line.indexOf('=');
                        answers.put(line.substring(2, equals), line.substring(equals + 1));
                    });
        }
        assertThat(process.waitFor()).isZero();
        return answers;
    }

    private static void open(Path file) throws IOException {
        Files.setPosixFilePermissions(
                file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
