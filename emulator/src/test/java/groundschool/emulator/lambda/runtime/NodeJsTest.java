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
