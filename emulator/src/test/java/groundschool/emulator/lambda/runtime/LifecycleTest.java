package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.AwsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {

    private static final String SLEEP =
            "import time\nn = 0\ndef handler(e, c):\n    global n\n    n += 1\n    time.sleep(e)\n    return n";

    @BeforeAll
    static void needsPython() {
        assumeTrue(
                new Programs(Path.of("/nowhere"), Programs.path(), false)
                        .named("python3")
                        .isPresent(),
                "There is no python3 on the PATH: the life of environments is not tested.");
    }

    @Test
    void invocations_at_once_have_an_environment_each() throws Exception {
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var function = Function.python(runtimes, SLEEP);

            var answers =
                    threads.invokeAll(
                            IntStream.range(0, 5)
                                    .mapToObj(_ ->
                                            (java.util.concurrent.Callable<String>)
                                                    () -> text(function.invoke("0.5")))
                                    .toList());

            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo("1");
            }
            assertThat(runtimes.size()).isEqualTo(5);
            assertThat(text(function.invoke("0"))).isEqualTo("2");
        }
    }

    @Test
    void an_idle_environment_makes_room_and_a_busy_one_does_not(@TempDir Path folder)
            throws Exception {
        // A function may run as a user of its own, who sees the file and can't write one.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var enough = folder.resolve("enough");
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 1, false);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Function.python(runtimes, SLEEP).invoke("0");
            var second =
                    Function.python(
                            runtimes,
                            """
                            import os, time
                            def handler(event, context):
                                print(event, flush=True)
                                while event == "wait" and not os.path.exists("%s"):
                                    time.sleep(0.01)
                            """
                                    .formatted(enough));
            assertThat(text(second.invoke("\"go\""))).isEqualTo("null");

            var busy = threads.submit(() -> second.invoke("\"wait\""));
            await(() -> second.logged().contains("wait"));

            var third = Function.python(runtimes, SLEEP);
            Assertions.assertThatThrownBy(() -> third.invoke("0"))
                    .isInstanceOf(AwsException.class)
                    .hasMessage("Rate Exceeded.");
            Files.createFile(enough);
            busy.get();
            assertThat(text(third.invoke("0"))).isEqualTo("1");
        }
    }

    @Test
    void a_retired_function_begins_anew() {
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true)) {
            var function = Function.python(runtimes, SLEEP);
            function.invoke("0");

            runtimes.retire("sandbox", function.spec().functionArn());

            assertThat(runtimes.size()).isZero();
            assertThat(function.invoke("0").coldStart()).isTrue();
        }
    }

    @Test
    void an_environment_that_is_reset_keeps_what_lies_in_its_tmp_and_nothing_else() {
        var programs = new Programs(Path.of("/nowhere"), Programs.path(), false);
        assumeTrue(
                Isolation.of(programs, true).isComplete(),
                "There is no bwrap that works: environments end with their runtime.");
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true)) {
            var function =
                    Function.python(
                                    runtimes,
                                    """
                                    import os, subprocess, time
                                    n = 0
                                    def handler(event, context):
                                        global n
                                        n += 1
                                        if event == "write": open("/tmp/kept", "w").write("kept")
                                        if event == "start": subprocess.Popen(["sleep", "600"])
                                        if event == "sleep": time.sleep(30)
                                        if event == "end": os._exit(3)
                                        if event == "half a line": print("half", end="", flush=True); os._exit(4)
                                        running = sum(b"sleep" in open(f"/proc/{p}/cmdline", "rb").read() for p in os.listdir("/proc") if p.isdigit())
                                        return [n, os.path.exists("/tmp/kept"), running, context.log_stream_name]
                                    """)
                            .timeout(Duration.ofSeconds(2));
            function.invoke("\"write\"");
            function.invoke("\"start\"");
            var before = text(function.invoke("1"));
            var stream = before.substring(before.indexOf('"'));
            assertThat(before).startsWith("[3, true, 1, ");

            assertThat(text(function.invoke("\"sleep\"")))
                    .contains("Task timed out after 2.00 seconds");
            assertThat(text(function.invoke("1"))).isEqualTo("[1, true, 0, " + stream);
            assertThat(text(function.invoke("\"end\"")))
                    .contains("Runtime exited with error: exit status 3");
            var again = function.invoke("1");
            assertThat(text(again)).isEqualTo("[1, true, 0, " + stream);
            assertThat(again.coldStart()).isFalse();
            assertThat(text(function.invoke("\"half a line\"")))
                    .contains("Runtime exited with error: exit status 4");
            assertThat(text(function.invoke("1"))).isEqualTo("[1, true, 0, " + stream);

            assertThat(runtimes.size()).isEqualTo(1);
            assertThat(function.logged()).contains("half\n").doesNotContain("\0");
        }
    }

    @Test
    void what_is_provisioned_has_begun_before_it_is_invoked_and_is_made_anew_when_it_ends() {
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true)) {
            var function =
                    Function.python(
                            runtimes,
                            """
                            import os
                            print("begun by", os.environ["AWS_LAMBDA_INITIALIZATION_TYPE"])
                            def handler(event, context):
                                if event == "end": os._exit(1)
                                return event
                            """);

            assertThat(runtimes.provision(function.spec(), 2, function.log::add)).isTrue();

            assertThat(runtimes.size()).isEqualTo(2);
            assertThat(function.logged()).contains("INIT_START").doesNotContain("START RequestId");
            var result = function.invoke("1");
            assertThat(result.coldStart()).isFalse();
            assertThat(function.logged()).contains("begun by provisioned-concurrency");
            function.invoke("\"end\"");
            await(() -> runtimes.size() == 2);
            runtimes.unprovision(function.spec().key());
            await(() -> runtimes.size() == 0);
        }
    }

    @Test
    void what_cannot_be_initialized_is_not_provisioned() {
        try (var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true)) {
            var function = Function.python(runtimes, "raise Exception('no')");

            assertThat(runtimes.provision(function.spec(), 2, function.log::add)).isFalse();

            assertThat(runtimes.size()).isZero();
            assertThat(function.logged()).contains("Phase: init").contains("[ERROR] Exception: no");
        }
    }

    @Test
    void closing_ends_all_processes_and_threads() {
        var before = children();
        var runtimes = new LocalRuntimes(Path.of("/nowhere"), 5, true);
        Function.python(runtimes, SLEEP).invoke("0");
        assertThat(children()).hasSizeGreaterThan(before.size());

        runtimes.close();

        await(() -> children().size() <= before.size());
        await(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("environment")));
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }

    private interface Truth {
        boolean holds();
    }

    private static void await(Truth truth) {
        var until = Instant.now().plus(Duration.ofSeconds(10));
        while (!truth.holds()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }
}
