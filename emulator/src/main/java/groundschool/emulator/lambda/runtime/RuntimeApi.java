package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The API by which a runtime takes events and answers them: one for each environment.
///
/// Source: [Using the Lambda runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html)
final class RuntimeApi implements Listener.Answerer {

    /// 6 MB and what AWS allows beyond it.
    static final int RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

    /// Of an answer that is streamed.
    private static final long STREAM_BYTES = 200L * 1024 * 1024;

    private static final String ROOT = "/2018-06-01/runtime/";

    /// One event for the function.
    record Event(Invocation invocation, Instant deadline) {}

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<Event>> events = new LinkedBlockingQueue<>();
    private volatile String current = "";
    private volatile Optional<AnswerSink> sink = Optional.empty();

    /// Gives the runtime an event, which its next request takes.
    void hand(Event event) {
        current = event.invocation().requestId();
        sink = event.invocation().stream();
        events.add(Optional.of(event));
    }

    /// Tells whoever waits for a signal.
    void tell(Signal signal) {
        signals.add(signal);
    }

    /// @return nothing if none came in time
    Optional<Signal> await(Duration most) throws InterruptedException {
        return Optional.ofNullable(signals.poll(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS));
    }

    /// Forgets what was told, and lets those requests end which wait for an event.
    void reset() {
        current = "";
        events.add(Optional.empty());
        signals.clear();
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (!request.path().startsWith(ROOT)) {
            return error(404, "NotFound", "There is no " + request.path());
        }
        var asked = request.path().substring(ROOT.length());
        return switch (request.method()) {
            case "GET" -> asked.equals("invocation/next") ? next() : error(404, "NotFound", asked);
            case "POST" -> take(asked, request);
            default -> error(405, "MethodNotAllowed", request.method());
        };
    }

    private HttpResponse next() {
        current = "";
        signals.add(new Signal.Ready());
        try {
            return events.take()
                    .map(RuntimeApi::event)
                    .orElseGet(() -> error(410, "Gone", "The environment ends"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(410, "Gone", "The environment ends");
        }
    }

    private static HttpResponse event(Event event) {
        var invocation = event.invocation();
        var headers =
                Headers.of(
                        "Content-Type",
                        "application/json",
                        "Lambda-Runtime-Aws-Request-Id",
                        invocation.requestId(),
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(event.deadline().toEpochMilli()),
                        "Lambda-Runtime-Invoked-Function-Arn",
                        invocation.invokedFunctionArn(),
                        "Lambda-Runtime-Trace-Id",
                        invocation.traceId().orElseGet(() -> TraceId.next(event.deadline())));
        var context = invocation.clientContext().map(ChunkedBody::decoded).map(RuntimeApi::oneLine);
        if (context.isPresent()) {
            headers = headers.with("Lambda-Runtime-Client-Context", context.get());
        }
        return HttpResponse.of(200, headers, invocation.payload());
    }

    /// A header cannot carry a line break, and JSON does not need one.
    private static String oneLine(String text) {
        return text.replaceAll("[\\x00-\\x1f]", " ");
    }

    private HttpResponse take(String asked, HttpRequest request) {
        if (asked.equals("init/error")) {
            return body(request, body -> new Signal.InitFailed(body, type(request)));
        }
        var parts = asked.split("/", -1);
        if (parts.length != 3 || !parts[0].equals("invocation")) {
            return error(404, "NotFound", asked);
        }
        if (!parts[1].equals(current)) {
            return error(400, "InvalidRequestID", "Invalid request ID");
        }
        return switch (parts[2]) {
            case "response" -> response(request);
            case "error" -> body(request, Signal.Failed::new);
            default -> error(404, "NotFound", asked);
        };
    }

    private HttpResponse response(HttpRequest request) {
        var wanted = sink;
        return wanted.isPresent() && isStreamed(request)
                ? stream(request, wanted.get())
                : body(request, Signal.Answered::new);
    }

    private static boolean isStreamed(HttpRequest request) {
        return request.headers()
                .first("Lambda-Runtime-Function-Response-Mode")
                .filter("streaming"::equalsIgnoreCase)
                .isPresent();
    }

    /// Hands an answer on as it comes.
    private HttpResponse stream(HttpRequest request, AnswerSink wanted) {
        try {
            var in = request.body();
            wanted.begin(
                    request.headers().first("Content-Type").orElse("application/octet-stream"));
            var piece = new byte[64 * 1024];
            long rest = STREAM_BYTES;
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                rest -= count;
                if (rest < 0) {
                    skip(in);
                    signals.add(new Signal.TooLarge());
                    return tooLarge(STREAM_BYTES);
                }
                wanted.take(Arrays.copyOf(piece, count));
            }
            signals.add(brokenOff(in).orElseGet(() -> new Signal.Answered(new byte[0])));
            return json(202, "{\"status\":\"OK\"}");
        } catch (IOException gone) {
            return error(400, "BadRequest", "The body was cut off");
        }
    }

    private static HttpResponse tooLarge(long limitBytes) {
        return error(
                413,
                "RequestEntityTooLarge",
                "Exceeded maximum allowed payload size (%d bytes).".formatted(limitBytes));
    }

    private interface Meaning {
        Signal of(byte[] body);
    }

    private HttpResponse body(HttpRequest request, Meaning meaning) {
        try {
            var in = request.body();
            var body = in.readNBytes(RESPONSE_BYTES + 1);
            if (body.length > RESPONSE_BYTES) {
                skip(in);
                signals.add(new Signal.TooLarge());
                return tooLarge(RESPONSE_BYTES);
            }
            signals.add(brokenOff(in).orElseGet(() -> meaning.of(body)));
            return json(202, "{\"status\":\"OK\"}");
        } catch (IOException gone) {
            return error(400, "BadRequest", "The body was cut off");
        }
    }

    /// A streamed answer that failed midway says so in what trails it.
    private static Optional<Signal> brokenOff(InputStream body) {
        return body instanceof ChunkedBody chunked
                ? Optional.ofNullable(chunked.trailers().get("lambda-runtime-function-error-body"))
                        .map(ChunkedBody::decoded)
                        .map(error -> new Signal.Failed(error.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static void skip(InputStream in) throws IOException {
        HttpHead.drain(in);
    }

    private static String type(HttpRequest request) {
        return request.headers()
                .first("Lambda-Runtime-Function-Error-Type")
                .orElse("Runtime.Unknown");
    }

    static HttpResponse error(int status, String type, String message) {
        return json(
                status,
                "{\"errorMessage\":%s,\"errorType\":%s}"
                        .formatted(Failures.quoted(message), Failures.quoted(type)));
    }

    static HttpResponse json(int status, String text) {
        return HttpResponse.of(
                status,
                Headers.of("Content-Type", "application/json"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
