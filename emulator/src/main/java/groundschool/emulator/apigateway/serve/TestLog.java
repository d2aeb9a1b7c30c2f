package groundschool.emulator.apigateway.serve;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the gateway tells of a request that is tried, line by line.
///
/// Source: recorded logs
final class TestLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final List<String> messages = new ArrayList<>();
    private final String time;
    private final String requestId;

    TestLog(String requestId, Instant now) {
        this.requestId = requestId;
        this.time = TIME.format(now);
        text.append("Execution log for request ").append(requestId).append('\n');
    }

    /// The lines as a log group gets them.
    List<String> messages() {
        return List.copyOf(messages);
    }

    void line(String said) {
        messages.add("(" + requestId + ") " + said);
        text.append(time).append(" : ").append(said).append('\n');
    }

    void began(Exchange exchange) {
        began(exchange, true);
    }

    /// @param whole whether with the body
    void began(Exchange exchange, boolean whole) {
        var request = exchange.request();
        line("Starting execution for request: " + requestId);
        line("HTTP Method: %s, Resource Path: %s".formatted(request.verb(), request.path()));
        line("Method request path: " + exchange.variables());
        line("Method request query string: " + request.query().single());
        line("Method request headers: " + request.headers().single());
        if (whole) {
            line("Method request body before transformations: " + request.text());
        }
    }

    /// What was said to the backend and by it.
    ///
    /// @param whole whether with bodies
    void passed(Hop hop, boolean whole) {
        hop.lines(whole).forEach(this::line);
    }

    void answered(Outgoing answer) {
        answered(answer, true);
    }

    /// @param whole whether with the body
    void answered(Outgoing answer, boolean whole) {
        if (whole) {
            line(
                    "Method response body after transformations: "
                            + new String(answer.body(), StandardCharsets.UTF_8));
        }
        line("Method response headers: " + answer.headers().single());
        line("Successfully completed execution");
    }

    void failed(Trouble trouble) {
        line(trouble.why());
    }

    void ended(int status) {
        line("Method completed with status: " + status);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
