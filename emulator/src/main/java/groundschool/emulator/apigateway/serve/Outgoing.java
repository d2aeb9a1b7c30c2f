package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;

/// An answer on its way to the client.
public record Outgoing(int status, Fields headers, byte[] body) {

    public static Outgoing of(int status, String contentType, String text) {
        return new Outgoing(
                status,
                Fields.NO_HEADERS.with("Content-Type", contentType),
                text.getBytes(StandardCharsets.UTF_8));
    }

    public Outgoing with(String name, String value) {
        return new Outgoing(status, headers.with(name, value), body);
    }

    public HttpResponse response() {
        return HttpResponse.of(status, new Headers(headers.entries()), body);
    }
}
