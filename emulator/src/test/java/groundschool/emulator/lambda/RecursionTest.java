package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

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
        assertThat(cloud.lambda.getFunctionRecursionConfig(get -> get.functionName("echo")).recursiveLoop())
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

    private InvokeResponse invoke(Optional<String> trace, InvocationType type) {
        return cloud.lambda.invoke(run -> {
            run.functionName("echo").invocationType(type);
            trace.ifPresent(header ->
                    run.overrideConfiguration(
                            settings -> settings.putHeader("X-Amzn-Trace-Id", header)));
        });
    }
}
