package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/// Invocations, with functions that are written in the test.
class InvokeTest {
    private final LambdaCloud cloud = new LambdaCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_is_given_the_event_and_its_answer_comes_back() {
        cloud.create("echo");

        var answer =
                cloud.lambda.invoke(i ->
                        i.functionName("echo")
                                .logType(LogType.TAIL)
                                .payload(SdkBytes.fromUtf8String("{\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\":1}");
        assertThat(answer.executedVersion()).isEqualTo("$LATEST");
        assertThat(answer.functionError()).isNull();
        assertThat(answer.logResult()).isNotEmpty();
    }

    @Test
    void the_code_lies_unpacked_where_it_is_run() throws Exception {
        cloud.create("echo");

        cloud.lambda.invoke(i -> i.functionName("echo"));

        var spec = cloud.runtimes.runs.getFirst().spec();
        assertThat(Files.readString(spec.code().resolve("app.py"))).startsWith("def handler");
        assertThat(cloud.runtimes.runs.getFirst().event()).isEqualTo("{}");
        assertThat(spec.handler()).isEqualTo("app.handler");
    }

    @Test
    void an_error_of_the_function_is_an_answer() {
        cloud.create("broken");
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{\"errorType\":\"E\"}");

        var answer = cloud.lambda.invoke(i -> i.functionName("broken"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"errorType\":\"E\"}");
    }

    @Test
    void a_dry_run_runs_nothing() {
        cloud.create("echo");

        var answer =
                cloud.lambda.invoke(
                        i -> i.functionName("echo").invocationType(InvocationType.DRY_RUN));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(cloud.runtimes.runs).isEmpty();
    }

    @Test
    void what_is_no_json_is_refused() {
        cloud.create("echo");

        assertThatThrownBy(() ->
                        cloud.lambda.invoke(
                                i -> i.functionName("echo").payload(SdkBytes.fromUtf8String("{a"))))
                .isInstanceOf(InvalidRequestContentException.class)
                .hasMessageContaining(
                        "Could not parse request body into json: Could not parse payload into json: ");
        assertThatThrownBy(() ->
                        cloud.lambda.invoke(i ->
                                i.functionName("echo")
                                        .payload(
                                                SdkBytes.fromByteArray(
                                                        new byte[] {(byte) 0x99, ','}))))
                .hasMessageContaining(
                        "Unexpected character ((CTRL-CHAR, code 153)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1]");
        assertThatThrownBy(() -> cloud.lambda.invoke(i -> i.functionName("nobody")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "nobody:$LATEST");
    }

    @Test
    void too_long_an_event_is_refused() {
        cloud.create("echo");
        var long6 = SdkBytes.fromUtf8String("\"" + "x".repeat(6_291_456) + "\"");
        var long1 = SdkBytes.fromUtf8String("\"" + "x".repeat(1024 * 1024) + "\"");

        assertThatThrownBy(() -> cloud.lambda.invoke(i -> i.functionName("echo").payload(long6)))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining(
                        "Request must be smaller than 6291456 bytes for the InvokeFunction operation");
        assertThatThrownBy(() ->
                        cloud.lambda.invoke(i ->
                                i.functionName("echo")
                                        .invocationType(InvocationType.EVENT)
                                        .payload(long1)))
                .hasMessageContaining(
                        "byte payload is too large for the Event invocation type (limit 1048576 bytes)");
    }

    @Test
    void reserved_concurrency_is_all_that_a_function_gets() throws Exception {
        cloud.create("slow");
        cloud.lambda.putFunctionConcurrency(
                c -> c.functionName("slow").reservedConcurrentExecutions(1));
        var began = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        cloud.runtimes.body =
                (_, _) -> {
                    began.countDown();
                    await(end);
                    return "1";
                };
        var first =
                Thread.ofVirtual().start(() -> cloud.lambda.invoke(i -> i.functionName("slow")));
        began.await();

        assertThatThrownBy(() -> cloud.lambda.invoke(i -> i.functionName("slow")))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        throttled -> {
                            assertThat(throttled.statusCode()).isEqualTo(429);
                            assertThat(throttled.reasonAsString())
                                    .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
                        });
        end.countDown();
        first.join();
        assertThat(cloud.lambda.invoke(i -> i.functionName("slow")).statusCode()).isEqualTo(200);
    }

    @Test
    void other_calls_do_not_wait_for_a_function_that_runs() throws Exception {
        cloud.create("slow");
        cloud.runtimes.body =
                (_, _) -> cloud.lambda.listFunctions().functions().getFirst().memorySize();

        assertThat(cloud.lambda.invoke(i -> i.functionName("slow")).payload().asUtf8String())
                .isEqualTo("128");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_alias_with_weights_shares_invocations_out() {
        cloud.create("echo");
        cloud.lambda.publishVersion(f -> f.functionName("echo"));
        cloud.lambda.updateFunctionConfiguration(f -> f.functionName("echo").timeout(9));
        cloud.lambda.publishVersion(f -> f.functionName("echo"));
        cloud.lambda.createAlias(a ->
                a.functionName("echo")
                        .name("live")
                        .functionVersion("1")
                        .routingConfig(r -> r.additionalVersionWeights(Map.of("2", 0.5))));

        for (int i = 0; i < 60; i++) {
            cloud.lambda.invoke(f -> f.functionName("echo").qualifier("live"));
        }

        assertThat(cloud.runtimes.runs).extracting(run -> run.spec().version()).contains("1", "2");
        assertThat(cloud.runtimes.runs.getFirst().invocation().invokedFunctionArn())
                .isEqualTo(LambdaCloud.ARN + "echo:live");
    }

    @Test
    void a_function_acts_as_its_role_and_its_calls_reach_its_sandbox_only() {
        cloud.create("echo");
        cloud.runtimes.body =
                (spec, _) -> {
                    var credentials = spec.credentials().get();
                    assertThat(credentials.accessKeyId()).startsWith("ASIA");
                    var caller =
                            cloud.emulator.caller(
                                    credentials.accessKeyId(),
                                    credentials.secretAccessKey(),
                                    Optional.of(credentials.sessionToken()),
                                    "eu-west-1");
                    return "\"" + caller.principal().arn() + "\"";
                };

        assertThat(cloud.lambda.invoke(i -> i.functionName("echo")).payload().asUtf8String())
                .isEqualTo("\"arn:aws:sts::111122223333:assumed-role/worker/echo\"");
    }

    @Test
    void who_may_not_is_told_so() {
        cloud.create("echo");
        cloud.iam.createUser(u -> u.userName("guest"));
        var made = cloud.iam.createAccessKey(k -> k.userName("guest")).accessKey();
        var guest = cloud.emulator.sandboxes().key(made.accessKeyId()).orElseThrow();
        try (var lambda = cloud.lambda(guest)) {
            assertThatThrownBy(() -> lambda.invoke(i -> i.functionName("echo")))
                    .isInstanceOfSatisfying(
                            LambdaException.class,
                            refused -> {
                                assertThat(refused.statusCode()).isEqualTo(403);
                                assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("AccessDeniedException");
                                assertThat(refused.awsErrorDetails().errorMessage())
                                        .isEqualTo(
                                                "User: arn:aws:iam::111122223333:user/guest is not authorized to perform: lambda:InvokeFunction on resource: "
                                                        + LambdaCloud.ARN
                                                        + "echo because no identity-based policy allows the lambda:InvokeFunction action");
                            });
            cloud.lambda.addPermission(p ->
                    p.functionName("echo")
                            .statementId("guest")
                            .action("lambda:InvokeFunction")
                            .principal("arn:aws:iam::111122223333:user/guest"));
            assertThat(lambda.invoke(i -> i.functionName("echo")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothing_of_lambda_is_at_other_paths() {
        var answer =
                cloud.emulator.handle(
                        HttpRequest.of(
                                "GET", "/2015-03-31/nothing", "", Headers.none(), new byte[0]));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().first("x-amzn-ErrorType")).contains("AccessDeniedException");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"Message\":\"Unable to determine service/operation name to be authorized\"}");
    }
}
