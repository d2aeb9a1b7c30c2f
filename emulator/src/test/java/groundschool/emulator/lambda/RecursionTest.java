package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.iam.Iam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Functions that invoke themselves, with the tracing header that SDKs send along.
class RecursionTest {

    private final LambdaCloud cloud = new LambdaCloud();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void create() {
        cloud.create("echo");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_that_invokes_itself_and_waits_is_stopped() {
        cloud.runtimes.body =
                (_, invocation) -> {
                    runs.incrementAndGet();
                    try {
                        return invoke(invocation.traceId(), InvocationType.REQUEST_RESPONSE)
                                .payload()
                                .asUtf8String();
                    } catch (RecursiveInvocationException stopped) {
                        return "\"stopped\"";
                    }
                };

        var answer = invoke(Optional.empty(), InvocationType.REQUEST_RESPONSE);

        assertThat(answer.payload().asUtf8String()).isEqualTo("\"stopped\"");
        assertThat(runs.get()).isEqualTo(Lineage.MOST);
    }

    @Test
    void one_that_is_in_a_loop_hears_so() {
        var lineage = Lineage.of(Optional.empty());
        for (int i = 0; i < Lineage.MOST; i++) {
            lineage = lineage.with(LambdaCloud.ARN + "echo");
        }
        var header = Optional.of("Root=1-a-b;" + lineage.field());

        assertThatThrownBy(() -> invoke(header, InvocationType.REQUEST_RESPONSE))
                .isInstanceOf(RecursiveInvocationException.class);
        assertThat(
                        cloud.lambda
                                .getFunctionRecursionConfig(get -> get.functionName("echo"))
                                .recursiveLoop())
                .isEqualTo(RecursiveLoop.TERMINATE);

        cloud.lambda.putFunctionRecursionConfig(
                put -> put.functionName("echo").recursiveLoop(RecursiveLoop.ALLOW));

        assertThat(invoke(header, InvocationType.REQUEST_RESPONSE).statusCode()).isEqualTo(200);
    }

    @Test
    void events_of_a_loop_are_dropped() throws Exception {
        cloud.runtimes.body =
                (_, invocation) -> {
                    runs.incrementAndGet();
                    invoke(invocation.traceId(), InvocationType.EVENT);
                    return "1";
                };

        invoke(Optional.empty(), InvocationType.EVENT);

        for (int i = 0; i < 500 && runs.get() < Lineage.MOST; i++) {
            Thread.sleep(10);
        }
        Thread.sleep(200);
        assertThat(runs.get()).isEqualTo(Lineage.MOST);
    }

    @Test
    void the_invocation_of_2014_queues_an_event() throws Exception {
        var status = invokeAsync("{\"a\":1}").path("Status").asInt();

        assertThat(status).isEqualTo(202);
        for (int i = 0; i < 500 && cloud.runtimes.runs.isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(cloud.runtimes.runs.getFirst().event()).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> invokeAsync("{"))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("Could not parse request body into json");
    }

    /// The SDK for Java does not have this operation any more.
    private JsonNode invokeAsync(String arguments) {
        var caller =
                new Caller(
                        cloud.sandbox(),
                        Iam.user("learner", cloud.sandbox()).orElseThrow(),
                        "eu-west-1");
        var input = JsonNodeFactory.instance.objectNode();
        input.put("FunctionName", "echo");
        input.put(
                "InvokeArgs",
                Base64.getEncoder().encodeToString(arguments.getBytes(StandardCharsets.UTF_8)));
        return cloud.emulator.perform(caller, "lambda", "InvokeAsync", input);
    }

    @Test
    void what_is_said_of_loops_is_lost_with_the_function() {
        cloud.lambda.putFunctionRecursionConfig(
                put -> put.functionName("echo").recursiveLoop(RecursiveLoop.ALLOW));
        cloud.lambda.deleteFunction(delete -> delete.functionName("echo"));
        cloud.create("echo");

        assertThat(
                        cloud.lambda
                                .getFunctionRecursionConfig(get -> get.functionName("echo"))
                                .recursiveLoop())
                .isEqualTo(RecursiveLoop.TERMINATE);
        assertThatThrownBy(() ->
                        cloud.lambda.getFunctionRecursionConfig(get -> get.functionName("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "none");
    }

    private InvokeResponse invoke(Optional<String> trace, InvocationType type) {
        return cloud.lambda.invoke(run -> {
            run.functionName("echo").invocationType(type);
            trace.ifPresent(header ->
                    run.overrideConfiguration(
                            settings -> settings.putHeader("X-Amzn-Trace-Id", header)));
        });
    }
}
