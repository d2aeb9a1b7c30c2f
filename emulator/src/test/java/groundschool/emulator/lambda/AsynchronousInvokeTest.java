package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/// Events that wait for their function, and what becomes of them in the end.
class AsynchronousInvokeTest {

    private final LambdaCloud cloud = new LambdaCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void an_event_is_run_again_after_one_minute_and_after_two_more() {
        cloud.create("broken");
        var clock = cloud.sandbox().clock();
        clock.freeze();
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");

        var answer =
                cloud.lambda.invoke(i ->
                        i.functionName("broken")
                                .invocationType(InvocationType.EVENT)
                                .payload(SdkBytes.fromUtf8String("{\"n\":1}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        waitForRuns(1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(cloud.runtimes.runs).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(cloud.runtimes.runs).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        assertThat(cloud.runtimes.runs).hasSize(3);
        clock.advance(Duration.ofHours(7));
        assertThat(cloud.runtimes.runs).hasSize(3);
        assertThat(cloud.runtimes.runs)
                .extracting(run -> run.invocation().requestId())
                .containsOnly(cloud.runtimes.runs.getFirst().invocation().requestId());
    }

    private void waitForRuns(int number) {
        for (int i = 0; i < 500 && cloud.runtimes.runs.size() < number; i++) {
            pause();
        }
        assertThat(cloud.runtimes.runs).hasSize(number);
        // So that what became of the last one is noted.
        cloud.advance(Duration.ZERO);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_destination_is_told_of_an_event_that_was_given_up() {
        cloud.create("broken");
        var told = cloud.create("told").functionArn();
        cloud.iam.putRolePolicy(p ->
                p.roleName("worker")
                        .policyName("tell")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                                 "Action":"lambda:InvokeFunction","Resource":"*"}]}
                                """));
        cloud.lambda.putFunctionEventInvokeConfig(c ->
                c.functionName("broken")
                        .maximumRetryAttempts(0)
                        .destinationConfig(d -> d.onFailure(t -> t.destination(told))));
        cloud.runtimes.body =
                (spec, _) ->
                        spec.functionName().equals("broken")
                                ? new ScriptedRuntimes.Failure("{\"errorType\":\"E\"}")
                                : "{}";

        cloud.lambda.invoke(i ->
                i.functionName("broken")
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String("{\"n\":1}")));

        waitForRuns(2);
        assertThat(cloud.runtimes.runs.getLast().spec().functionName()).isEqualTo("told");
        assertThat(cloud.runtimes.runs.getLast().event())
                .contains("\"condition\":\"RetriesExhausted\"")
                .contains("\"approximateInvokeCount\":1")
                .contains("\"requestPayload\":{\"n\":1}")
                .contains("\"responsePayload\":{\"errorType\":\"E\"}");
    }

    @Test
    void a_bucket_is_told_of_failures_only() {
        var customers = new StreamOfCustomers(cloud);
        customers.bucket("lost");
        customers.mayWrite();
        cloud.create("broken");
        cloud.lambda.putFunctionEventInvokeConfig(c ->
                c.functionName("broken")
                        .maximumRetryAttempts(0)
                        .destinationConfig(
                                d -> d.onFailure(t -> t.destination("arn:aws:s3:::lost"))));
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{\"errorType\":\"E\"}");

        cloud.lambda.invoke(i ->
                i.functionName("broken")
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String("{\"n\":1}")));
        waitForRuns(1);
        cloud.advance(Duration.ZERO);

        var key = customers.keys("lost").getFirst();
        assertThat(key)
                .matches(
                        "aws/lambda/async/broken/\\d{4}/\\d\\d/\\d\\d/\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}");
        var told = customers.object("lost", key);
        assertThat(told.at("/requestContext/condition").asString()).isEqualTo("RetriesExhausted");
        assertThat(told.at("/requestPayload/n").asInt()).isEqualTo(1);
        assertThatThrownBy(() ->
                        cloud.lambda.putFunctionEventInvokeConfig(c ->
                                c.functionName("broken")
                                        .destinationConfig(d ->
                                                d.onSuccess(
                                                        t -> t.destination("arn:aws:s3:::lost")))))
                .hasMessageContaining("is invalid.");
    }
}
