package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeJsTest {

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
    void answers_what_an_async_handler_returns() {
        var function =
                module(
                        "export const handler = async (event) => ({ greeting: `Hello ${event.name}` });");

        var result = function.invoke("{\"name\":\"Ada\"}");

        assertThat(text(result)).isEqualTo("{\"greeting\":\"Hello Ada\"}");
        assertThat(result.functionError()).isEmpty();
        assertThat(result.coldStart()).isTrue();
    }

    @Test
    void logs_as_lambda_does() {
        var function =
                module(
                        """
                        console.log('loading');
                        export const handler = async () => { console.warn('two\\nlines', { a: 1 }); return 1; };
                        """);

        var result = function.invoke("{}");

        assertThat(function.logged())
                .matches(
                        """
                        INIT_START Runtime Version: nodejs:22\\.v\\S+ \\(Node.js [0-9.]+ of this machine.*\\)\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:[0-9a-f]{64}
                        \\S+Z\tundefined\tINFO\tloading
                        START RequestId: [-0-9a-f]{36} Version: \\$LATEST
                        \\S+Z\t[-0-9a-f]{36}\tWARN\ttwo
                        lines \\{ a: 1 \\}
                        END RequestId: [-0-9a-f]{36}
                        REPORT RequestId: [-0-9a-f]{36}\tDuration: [0-9]+\\.[0-9]{2} ms\tBilled Duration: [0-9]+ ms\tMemory Size: 256 MB\tMax Memory Used: [0-9]+ MB\tInit Duration: [0-9]+\\.[0-9]{2} ms\t
                        """);
        assertThat(result.logTail()).startsWith("START RequestId: ").endsWith(result.reportLine());
    }

    @Test
    void keeps_an_environment_for_the_next_invocation() {
        var function = module("let count = 0; export const handler = async () => ++count;");
        function.invoke("{}");

        var result = function.invoke("{}");

        assertThat(text(result)).isEqualTo("2");
        assertThat(result.coldStart()).isFalse();
        assertThat(result.reportLine()).doesNotContain("Init Duration");
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
    void takes_answers_by_a_callback_before_node_24() {
        var function =
                commonJs(
                        "exports.handler = (event, context, callback) => { setTimeout(() => callback(null, event.n + 1), 5); };");

        assertThat(text(function.invoke("{\"n\":1}"))).isEqualTo("2");
        assertThat(text(function.invoke("{\"n\":2}"))).isEqualTo("3");
    }

    @Test
    void refuses_callbacks_from_node_24_on() {
        var function =
                new Function(runtimes, "nodejs24.x")
                        .file(
                                "index.js",
                                "exports.handler = (event, context, callback) => callback();");

        var result = function.invoke("{}");

        assertThat(text(result)).contains("Runtime.CallbackHandlerDeprecated");
    }

    @Test
    void answers_null_for_a_handler_that_never_answers() {
        assertThat(text(commonJs("exports.handler = () => {};").invoke("{}"))).isEqualTo("null");
    }

    @Test
    void awaits_at_the_top_level() {
        var function =
                module(
                        "const word = await Promise.resolve('ready'); export const handler = async () => word;");

        assertThat(text(function.invoke("{}"))).isEqualTo("\"ready\"");
    }

    @Test
    void gives_a_whole_context() {
        var function =
                module(
                        """
                        export const handler = async (event, context) => ({
                            ...context, left: context.getRemainingTimeInMillis(), env: process.env });
                        """);
        var client =
                Base64.getEncoder()
                        .encodeToString(
                                "{\"custom\":{\"a\":\"b\"}}".getBytes(StandardCharsets.UTF_8));

        var answer = text(function.variable("OWN", "mine").invoke("{}", Optional.of(client)));

        assertThat(answer)
                .contains(
                        "\"functionName\":\"greeter\"",
                        "\"functionVersion\":\"$LATEST\"",
                        "\"memoryLimitInMB\":\"256\"",
                        "\"logGroupName\":\"/aws/lambda/greeter\"",
                        "\"invokedFunctionArn\":\"arn:aws:lambda:eu-west-1:123456789012:function:greeter\"",
                        "\"clientContext\":{\"custom\":{\"a\":\"b\"}}",
                        "\"OWN\":\"mine\"",
                        "\"AWS_EXECUTION_ENV\":\"AWS_Lambda_nodejs22.x\"",
                        "\"AWS_ACCESS_KEY_ID\":\"ASIAEXAMPLE\"",
                        "\"_HANDLER\":\"index.handler\"",
                        "\"AWS_LAMBDA_INITIALIZATION_TYPE\":\"on-demand\"")
                .doesNotContain("JAVA_HOME", "\"HOME\"");
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
        assertThat(function.invoke("{}").coldStart()).isTrue();
    }

    @Test
    void tells_errors_that_nobody_caught() {
        var function =
                commonJs(
                        "exports.handler = (event, context, callback) => { setTimeout(() => { throw new Error('late'); }, 1); };");

        assertThat(text(function.invoke("{}"))).contains("\"errorMessage\":\"late\"");
    }

    @Test
    void ends_an_endless_loop_when_its_time_is_over() {
        var function =
                module("export const handler = async () => { for (;;); };")
                        .timeout(Duration.ofSeconds(1));

        var result = function.invoke("{}");

        assertThat(text(result))
                .matches(
                        "\\{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: [-0-9a-f]{36} Error: Task timed out after 1.00 seconds\"}");
        assertThat(function.logged())
                .containsPattern("Z [-0-9a-f]{36} Task timed out after 1.00 seconds\n\nEND ");
        assertThat(result.reportLine()).endsWith("\tStatus: timeout\n");
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

    @Test
    void streams_an_answer() {
        var function =
                module(
                        """
                        export const handler = awslambda.streamifyResponse(async (event, stream) => {
                            stream.write('one '); stream.write('two'); stream.end();
                        });
                        """);

        assertThat(text(function.invoke("{}"))).isEqualTo("one two");
        assertThat(text(function.invoke("{}"))).isEqualTo("one two");
    }

    @Test
    void streams_an_answer_while_it_is_given() throws Exception {
        var function =
                module(
                        """
                        export const handler = awslambda.streamifyResponse(async (event, stream) => {
                            stream.setContentType('text/plain');
                            stream.write('one ');
                            await fetch(process.env.AWS_ENDPOINT_URL);
                            stream.end('two');
                        });
                        """);
        var pieces = new ByteArrayOutputStream();
        var isFirstThere = new CountDownLatch(1);
        function.entrance(_ -> {
            awaitQuietly(isFirstThere);
            return groundschool.emulator.HttpResponse.of(
                    200, groundschool.emulator.Headers.none(), new byte[0]);
        });

        var result =
                function.stream(
                        "{}",
                        new AnswerSink() {
                            @Override
                            public void begin(String contentType) {
                                pieces.writeBytes(contentType.getBytes(StandardCharsets.UTF_8));
                            }

                            @Override
                            public void take(byte[] bytes) {
                                pieces.writeBytes(bytes);
                                isFirstThere.countDown();
                            }
                        });

        assertThat(pieces.toString(StandardCharsets.UTF_8)).isEqualTo("text/plainone two");
        assertThat(result.payload()).isEmpty();
        assertThat(result.functionError()).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leads_calls_to_aws_to_the_emulator() {
        var function =
                module(
                                """
                                export const handler = async () => {
                                    const answer = await fetch(process.env.AWS_ENDPOINT_URL + '/tables?x=1', { method: 'POST', body: 'ask' });
                                    return await answer.text();
                                };
                                """)
                        .entrance(request -> {
                            try {
                                var said =
                                        request.method()
                                                + " "
                                                + request.path()
                                                + "?"
                                                + request.query()
                                                + " "
                                                + new String(
                                                        request.body().readAllBytes(),
                                                        StandardCharsets.UTF_8);
                                return groundschool.emulator.HttpResponse.of(
                                        200,
                                        groundschool.emulator.Headers.none(),
                                        said.getBytes(StandardCharsets.UTF_8));
                            } catch (java.io.IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        });

        assertThat(text(function.invoke("{}"))).isEqualTo("\"POST /tables?x=1 ask\"");
    }
}
