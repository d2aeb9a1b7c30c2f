package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.lambda.runtime.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamCompleteEvent;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/// Answers that are sent while the function still gives them.
class ResponseStreamTest {

    private final LambdaCloud cloud = new LambdaCloud();
    private final HttpClient client = HttpClient.newHttpClient();
    private final LambdaAsyncClient lambda =
            LambdaAsyncClient.builder()
                    .endpointOverride(cloud.server.uri())
                    .region(Region.EU_WEST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(cloud.key.id(), cloud.key.secret())))
                    .overrideConfiguration(
                            settings -> settings.retryStrategy(retry -> retry.maxAttempts(1)))
                    .build();

    private final List<String> chunks = new ArrayList<>();
    private final List<InvokeWithResponseStreamCompleteEvent> ends = new ArrayList<>();
    private final List<InvokeWithResponseStreamResponse> heads = new ArrayList<>();

    @BeforeEach
    void create() {
        cloud.create("teller");
    }

    @AfterEach
    void close() {
        // That takes two seconds, for which nobody need wait.
        Thread.startVirtualThread(lambda::close);
        client.close();
        cloud.close();
    }

    @Test
    void each_piece_is_an_event_and_the_last_says_that_it_is_over() {
        cloud.runtimes.body = (_, invocation) -> tell(invocation, "once ", "upon ", "a time");

        invoke();

        assertThat(String.join("", chunks)).isEqualTo("once upon a time");
        assertThat(heads.getFirst().executedVersion()).isEqualTo("$LATEST");
        assertThat(heads.getFirst().statusCode()).isEqualTo(200);
        assertThat(ends).hasSize(1);
        assertThat(ends.getFirst().errorCode()).isNull();
        assertThat(ends.getFirst().logResult()).isNotEmpty();
    }

    @Test
    void a_function_that_does_not_stream_answers_in_one_piece() {
        cloud.runtimes.body = (_, _) -> "\"hello\"";

        invoke();

        assertThat(chunks).containsExactly("\"hello\"");
    }

    @Test
    void an_error_on_the_way_stands_in_the_last_event() {
        cloud.runtimes.body =
                (_, invocation) -> {
                    tell(invocation, "once ");
                    return new ScriptedRuntimes.Failure("{\"errorType\":\"E\"}");
                };

        invoke();

        assertThat(chunks).containsExactly("once ");
        assertThat(ends.getFirst().errorCode()).isEqualTo("Unhandled");
        assertThat(ends.getFirst().errorDetails()).isEqualTo("{\"errorType\":\"E\"}");
    }

    @Test
    void whoever_may_not_run_hears_it_at_once() {
        cloud.lambda.putFunctionConcurrency(
                limit -> limit.functionName("teller").reservedConcurrentExecutions(0));

        assertThatThrownBy(this::invoke)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void a_url_sends_what_comes_before_the_function_has_ended() throws Exception {
        var isHeard = new CountDownLatch(1);
        cloud.runtimes.body =
                (_, invocation) -> {
                    tell(invocation, "once ");
                    await(isHeard);
                    invocation.stream().orElseThrow().take("upon".getBytes(StandardCharsets.UTF_8));
                    return "";
                };

        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(url())).build(),
                        HttpResponse.BodyHandlers.ofInputStream());

        try (var body = answer.body()) {
            assertThat(new String(body.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("once ");
            isHeard.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("upon");
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @Test
    void a_url_takes_status_and_headers_from_the_beginning() throws Exception {
        cloud.runtimes.body =
                (_, invocation) -> {
                    var sink = invocation.stream().orElseThrow();
                    sink.begin("application/vnd.awslambda.http-integration-response");
                    sink.take(
                            "{\"statusCode\":201,\"headers\":{\"X-A\":\"1\"},\"cookies\":[\"a=1\"]}"
                                    .getBytes(StandardCharsets.UTF_8));
                    sink.take(new byte[8]);
                    sink.take("body".getBytes(StandardCharsets.UTF_8));
                    return "";
                };

        var answer = get(url());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-A")).contains("1");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains("a=1");
        assertThat(answer.body()).isEqualTo("body");
    }

    @Test
    void a_url_whose_function_does_not_stream_answers_as_a_buffered_one() throws Exception {
        cloud.runtimes.body = (_, _) -> "{\"statusCode\":418,\"body\":\"tea\"}";

        var answer = get(url());

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("tea");
    }

    @Test
    void a_url_whose_function_fails_on_the_way_breaks_off() {
        cloud.runtimes.body =
                (_, invocation) -> {
                    tell(invocation, "once ");
                    return new ScriptedRuntimes.Failure("{}");
                };
        var url = url();

        assertThatThrownBy(() -> get(url)).isInstanceOf(IOException.class);
    }

    private void invoke() {
        var handler =
                InvokeWithResponseStreamResponseHandler.builder()
                        .onResponse(heads::add)
                        .subscriber(
                                InvokeWithResponseStreamResponseHandler.Visitor.builder()
                                        .onPayloadChunk(
                                                chunk -> chunks.add(chunk.payload().asUtf8String()))
                                        .onInvokeComplete(ends::add)
                                        .build())
                        .build();
        lambda.invokeWithResponseStream(
                        request ->
                                request.functionName("teller")
                                        .logType(LogType.TAIL)
                                        .payload(SdkBytes.fromUtf8String("{}")),
                        handler)
                .join();
    }

    private static String tell(Invocation invocation, String... pieces) {
        var sink = invocation.stream().orElseThrow();
        sink.begin("text/plain");
        for (var piece : pieces) {
            sink.take(piece.getBytes(StandardCharsets.UTF_8));
        }
        return "";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        cloud.lambda.createFunctionUrlConfig(url ->
                url.functionName("teller")
                        .authType(FunctionUrlAuthType.NONE)
                        .invokeMode("RESPONSE_STREAM"));
        for (var action : List.of("lambda:InvokeFunctionUrl", "lambda:InvokeFunction")) {
            cloud.lambda.addPermission(permission ->
                    permission
                            .functionName("teller")
                            .statementId(action.replace(':', '-'))
                            .action(action)
                            .principal("*"));
        }
        var id =
                cloud.lambda
                        .getFunctionUrlConfig(named -> named.functionName("teller"))
                        .functionUrl()
                        .replaceAll(".*?([a-z2-7]{32}).*", "$1");
        return cloud.server.uri() + "/_aws/lambda-url/eu-west-1/" + id + "/";
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
