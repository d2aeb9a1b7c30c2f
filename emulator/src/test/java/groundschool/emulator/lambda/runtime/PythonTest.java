package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PythonTest {

    private static LocalRuntimes runtimes;

    @BeforeAll
    static void start() {
        assumeTrue(
                new Programs(Path.of("/nowhere"), Programs.path(), false)
                        .named("python3")
                        .isPresent(),
                "There is no python3 on the PATH: functions of Python are not tested.");
        runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
    }

    @AfterAll
    static void stop() {
        if (runtimes != null) {
            runtimes.close();
        }
    }

    private static Function function(String code) {
        return Function.python(runtimes, code);
    }

    @Test
    void answers_what_a_handler_returns_and_logs_what_it_prints() {
        var function =
                function(
                        """
                        import logging
                        def handler(event, context):
                            print('hello', event['name'])
                            logging.getLogger().warning('two\\nlines')
                            return {'name': event['name'], 'umlaut': 'ü'}
                        """);

        var result = function.invoke("{\"name\":\"Ada\"}");

        assertThat(text(result)).isEqualTo("{\"name\": \"Ada\", \"umlaut\": \"ü\"}");
        assertThat(function.logged())
                .matches(
                        """
                        INIT_START Runtime Version: python:3\\.12\\.v\\S+ \\(Python [0-9.]+ of this machine.*\\)\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:[0-9a-f]{64}
                        START RequestId: [-0-9a-f]{36} Version: \\$LATEST
                        hello Ada
                        \\[WARNING\\]\t[-0-9]{10}T[:0-9]{8}\\.[0-9]{3}Z\t[-0-9a-f]{36}\ttwo
                        lines
                        END RequestId: [-0-9a-f]{36}
                        REPORT RequestId: [-0-9a-f]{36}\tDuration: .*
                        """);
        assertThat(text(function.invoke("{\"name\":\"Bob\"}"))).contains("Bob");
    }

    @Test
    void tells_an_error_with_its_stack_trace() {
        var function =
                function(
                        """
                        def handler(event, context):
                            raise Exception('Handler fails')
                        """);

        var result = function.invoke("{}");

        assertThat(text(result))
                .matches(
                        "\\{\"errorMessage\": \"Handler fails\", \"errorType\": \"Exception\", \"requestId\": \"[-0-9a-f]{36}\", \"stackTrace\": \\[\"  File \\\\\"/var/task/index.py\\\\\", line 2, in handler\\\\n    raise Exception\\('Handler fails'\\)\\\\n\"]}");
        assertThat(function.logged())
                .contains(
                        "[ERROR] Exception: Handler fails\nTraceback (most recent call last):\n\u00a0\u00a0File \"/var/task/index.py\", line 2, in handler\n");
    }

    @Test
    void says_what_it_cannot_import() {
        assertThat(text(function("import nothing_of_that_name").invoke("{}")))
                .isEqualTo(
                        "{\"errorMessage\": \"Unable to import module 'index': No module named 'nothing_of_that_name'\", \"errorType\": \"Runtime.ImportModuleError\", \"requestId\": \"\", \"stackTrace\": []}");
    }

    @Test
    void says_what_to_do_where_there_is_no_boto3() {
        var none = "import sys\nsys.modules['boto3'] = None\n";
        var atOnce = function(none + "import boto3");
        var later = function(none + "def handler(event, context):\n    import boto3\n");

        assertThat(text(atOnce.invoke("{}"))).contains("Runtime.ImportModuleError");
        assertThat(text(later.invoke("{}"))).contains("ModuleNotFoundError");
        for (var function : List.of(atOnce, later)) {
            assertThat(function.logged())
                    .contains(
                            "On AWS functions find boto3; the Python 3.",
                            " -m pip install boto3`), or pack it with your function.");
        }
    }

    @Test
    void says_that_a_handler_is_missing() {
        assertThat(text(function("other = 1").invoke("{}")))
                .contains("Handler 'handler' missing on module 'index'", "Runtime.HandlerNotFound");
    }

    @Test
    void says_that_a_handlers_name_is_malformed() {
        assertThat(text(function("other = 1").handler("index").invoke("{}")))
                .contains(
                        "Bad handler 'index': not enough values to unpack (expected 2, got 1)",
                        "Runtime.MalformedHandlerName");
    }

    @Test
    void says_that_code_is_no_python() {
        assertThat(text(function("def handler(").invoke("{}")))
                .contains("Syntax error in module 'index'", "Runtime.UserCodeSyntaxError");
    }

    @Test
    void tells_errors_of_the_modules_own_code() {
        assertThat(text(function("raise Exception('Runtime startup fails')").invoke("{}")))
                .startsWith(
                        "{\"errorMessage\": \"Runtime startup fails\", \"errorType\": \"Exception\", \"requestId\": \"\", \"stackTrace\": [")
                .contains("/var/task/index.py");
    }

    @Test
    void says_that_an_answer_is_no_json() {
        assertThat(text(function("def handler(e, c): return {1, 2}").invoke("{}")))
                .contains(
                        "Unable to marshal response: Object of type set is not JSON serializable",
                        "Runtime.MarshalError");
    }

    @Test
    void says_that_the_process_ended() {
        assertThat(text(function("import sys\ndef handler(e, c): sys.exit(0)").invoke("{}")))
                .contains("Runtime.ExitError", "Runtime exited without providing a reason");
        assertThat(text(function("import os\ndef handler(e, c): os._exit(3)").invoke("{}")))
                .contains("Runtime.ExitError", "exit status 3");
        assertThat(
                        text(
                                function("import os\ndef handler(e, c): os.kill(os.getpid(), 9)")
                                        .invoke("{}")))
                .contains("Runtime.ExitError", "signal: killed");
    }

    @Test
    void gives_a_whole_context() {
        var client =
                Base64.getEncoder()
                        .encodeToString(
                                "{\"custom\":{\"a\":\"b\"}}".getBytes(StandardCharsets.UTF_8));

        var answer =
                text(
                        function(
                                        """
                                        def handler(event, context):
                                            return [context.function_name, context.function_version, context.memory_limit_in_mb,
                                                    context.log_group_name, context.invoked_function_arn,
                                                    context.client_context.custom, context.identity.cognito_identity_id,
                                                    0 < context.get_remaining_time_in_millis() <= 10000]
                                        """)
                                .invoke("{}", Optional.of(client)));

        assertThat(answer)
                .isEqualTo(
                        "[\"greeter\", \"$LATEST\", \"256\", \"/aws/lambda/greeter\", \"arn:aws:lambda:eu-west-1:123456789012:function:greeter\", {\"a\": \"b\"}, null, true]");
    }

    @Test
    void tries_an_init_that_takes_too_long_again_within_the_functions_time() {
        var function =
                function("import time\ntime.sleep(11)\ndef handler(e, c): return 1")
                        .timeout(Duration.ofSeconds(1));

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Sandbox.Timedout", "timed out after 1.00 seconds");
        assertThat(function.logged())
                .containsPattern(
                        "INIT_REPORT Init Duration: 10\\d{3}\\.\\d\\d ms\tPhase: init\tStatus: timeout\n");
    }
}
