package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is told of functions of Node.js that fail.
class NodeJsErrorsTest {

    private static LocalRuntimes runtimes;

    @BeforeAll
    static void start() {
        assumeTrue(
                new Programs(Path.of("/nowhere"), Programs.path(), false).named("node").isPresent(),
                "There is no node on the PATH: functions of Node.js are not tested.");
        runtimes = new LocalRuntimes(Path.of("/nowhere"), 20, true);
    }

    @AfterAll
    static void stop() {
        if (runtimes != null) {
            runtimes.close();
        }
    }

    private static Function module(String code) {
        return Function.node(runtimes, code);
    }

    private static Function commonJs(String code) {
        return new Function(runtimes, "nodejs22.x").file("index.js", code);
    }

    @Test
    void tells_an_error_with_its_type_message_and_trace() {
        var function =
                module("export const handler = async () => { throw new TypeError('no name'); };");

        var result = function.invoke("{}");

        assertThat(result.functionError()).contains("Unhandled");
        assertThat(text(result))
                .startsWith(
                        "{\"errorType\":\"TypeError\",\"errorMessage\":\"no name\",\"trace\":[\"TypeError: no name\",\"    at ");
        assertThat(function.logged())
                .containsPattern(
                        "Z\t[-0-9a-f]{36}\tERROR\tInvoke Error \t\\{\"errorType\":\"TypeError\",\"errorMessage\":\"no name\",\"stack\":\\[");
        assertThat(text(function.invoke("{}"))).contains("no name");
    }

    @Test
    void says_that_a_handler_is_not_exported() {
        var result = module("export const other = 1;").invoke("{}");

        assertThat(text(result))
                .startsWith(
                        "{\"errorType\":\"Runtime.HandlerNotFound\",\"errorMessage\":\"index.handler is undefined or not exported\",\"trace\":[\"Runtime.HandlerNotFound: index.handler is undefined or not exported\"");
    }

    @Test
    void says_that_a_module_is_missing_in_both_init_phases() {
        var function = commonJs("require('left-pad'); exports.handler = async () => 1;");

        var result = function.invoke("{}");

        assertThat(text(result))
                .startsWith(
                        "{\"errorType\":\"Runtime.ImportModuleError\",\"errorMessage\":\"Error: Cannot find module 'left-pad'\\nRequire stack:\\n- ");
        assertThat(function.logged())
                .containsPattern(
                        "INIT_REPORT Init Duration: [0-9.]+ ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError\n")
                .containsPattern(
                        "INIT_REPORT Init Duration: [0-9.]+ ms\tPhase: invoke\tStatus: error\tError Type: Runtime.ImportModuleError\nSTART RequestId");
        assertThat(result.reportLine())
                .endsWith("\tStatus: error\tError Type: Runtime.ImportModuleError\n");
    }

    @Test
    void says_that_code_is_no_javascript() {
        assertThat(text(commonJs("exports.handler = (").invoke("{}")))
                .contains("\"errorType\":\"Runtime.UserCodeSyntaxError\"", "SyntaxError: ");
    }

    @Test
    void says_that_the_process_ended() {
        var function = module("export const handler = async () => process.exit(1);");

        var result = function.invoke("{}");

        assertThat(text(result))
                .matches(
                        "\\{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: [-0-9a-f]{36} Error: Runtime exited with error: exit status 1\"}");
        assertThat(result.coldStart()).isTrue();
        assertThat(text(function.invoke("{}"))).contains("exit status 1");
    }

    @Test
    void tells_errors_that_nobody_caught() {
        var function =
                commonJs(
                        "exports.handler = (event, context, callback) => { setTimeout(() => { throw new Error('late'); }, 1); };");

        assertThat(text(function.invoke("{}"))).contains("\"errorMessage\":\"late\"");
    }

    @Test
    void refuses_an_answer_of_more_than_6_mb_and_goes_on() {
        var function = module("export const handler = async (event) => 'x'.repeat(event.size);");

        var result = function.invoke("{\"size\":6300000}");

        assertThat(text(result))
                .isEqualTo(
                        "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");
        assertThat(text(function.invoke("{\"size\":2}"))).isEqualTo("\"xx\"");
    }
}
