package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomTest {

    /// A runtime of a few lines of shell.
    private static final String SHELL =
            """
            #!/bin/bash
            ask() {
                exec 3<>/dev/tcp/${AWS_LAMBDA_RUNTIME_API/:/\\/}
                printf '%s /2018-06-01/runtime/invocation/%s HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\nContent-Length: %d\\r\\n\\r\\n%s' "$1" "$2" "${#3}" "$3" >&3
                answer=$(cat <&3)
                exec 3>&-
            }
            while true; do
                ask GET next ''
                id=$(grep -i '^lambda-runtime-aws-request-id:' <<<"$answer" | tr -d '\\r' | cut -d' ' -f2)
                echo "handler $_HANDLER"
                ask POST "$id/response" "{\\"from\\":\\"shell\\"}"
            done
            """;

    private static LocalRuntimes runtimes;

    @BeforeAll
    static void start() {
        assumeTrue(
                Files.exists(Path.of("/bin/bash"))
                        && new Programs(Path.of("/nowhere"), Programs.path(), false)
                                .named("python3")
                                .isPresent(),
                "There is no bash or no python3: custom runtimes are not tested.");
        runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
    }

    @AfterAll
    static void stop() {
        if (runtimes != null) {
            runtimes.close();
        }
    }

    private static Function function() {
        return new Function(runtimes, "provided.al2023").handler("any.thing");
    }

    @Test
    void runs_any_executable_named_bootstrap() {
        var function = function().executable("bootstrap", SHELL);

        assertThat(text(function.invoke("{}"))).isEqualTo("{\"from\":\"shell\"}");
        assertThat(text(function.invoke("{}"))).isEqualTo("{\"from\":\"shell\"}");
        assertThat(function.logged())
                .contains(
                        "INIT_START Runtime Version: provided:al2023.v0 (",
                        "handler any.thing\nEND");
    }

    @Test
    void finds_the_bootstrap_of_a_layer(@TempDir Path layer) throws Exception {
        var bootstrap = Files.writeString(layer.resolve("bootstrap"), SHELL);
        bootstrap.toFile().setExecutable(true, false);

        var function = function().layer(layer);

        assertThat(text(function.invoke("{}"))).isEqualTo("{\"from\":\"shell\"}");
    }

    @Test
    void says_that_there_is_no_bootstrap() {
        assertThat(text(function().invoke("{}")))
                .contains(
                        "Runtime.InvalidEntrypoint",
                        "Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    }

    @Test
    void says_that_a_bootstrap_cannot_be_executed() {
        assertThat(text(function().file("bootstrap", SHELL).invoke("{}")))
                .contains(
                        "Runtime.InvalidEntrypoint",
                        "fork/exec /var/task/bootstrap: permission denied");
    }

    @Test
    void says_with_what_status_a_bootstrap_ended() {
        assertThat(text(function().executable("bootstrap", "#!/bin/sh\nexit 7").invoke("{}")))
                .contains("Runtime.ExitError", "Runtime exited with error: exit status 7");
    }
}
