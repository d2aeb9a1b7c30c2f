package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.SocketLine;
import groundschool.emulator.apigateway.serve.Headings;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A client of a WebSocket API.
public final class Connection {

    private final String id;
    private final Incoming request;
    private volatile Map<String, Object> authorizer = Map.of();
    private volatile Optional<Map.Entry<String, String>> apiKey = Optional.empty();
    private volatile Instant lastActiveAt;
    private volatile @Nullable SocketLine line;

    /// @param request by which it came
    Connection(Incoming request) {
        var bytes = new byte[11];
        ThreadLocalRandom.current().nextBytes(bytes);
        this.id = java.util.Base64.getUrlEncoder().encodeToString(bytes);
        this.request = request;
        this.lastActiveAt = request.at();
    }

    /// As AWS's look: eleven bytes in base64.
    public String id() {
        return id;
    }

    /// The request by which it came.
    Incoming request() {
        return request;
    }

    /// What it says, or that it goes, as if it were a request.
    Incoming now(Sandbox sandbox, byte[] body) {
        var next = Headings.extendedId();
        return new Incoming(
                sandbox,
                request.region(),
                request.api(),
                request.stage(),
                request.verb(),
                request.path(),
                request.wholePath(),
                request.query(),
                request.headers(),
                body,
                request.signed(),
                request.source(),
                request.host(),
                next,
                next,
                sandbox.clock().now());
    }

    String sandbox() {
        return request.sandbox().id();
    }

    public String region() {
        return request.region();
    }

    /// The API and the stage, such as `abcdefghij/prod`.
    public String place() {
        return request.api() + "/" + request.stage();
    }

    public Instant connectedAt() {
        return request.at();
    }

    public Instant lastActiveAt() {
        return lastActiveAt;
    }

    public String sourceIp() {
        return request.source();
    }

    public String userAgent() {
        return request.headers().last("User-Agent").orElse("");
    }

    /// What its authorizer said of it when it came.
    Map<String, Object> authorizer() {
        return authorizer;
    }

    void admitted(Map<String, Object> by) {
        authorizer = by;
    }

    /// The API key that its messages are counted by; its id and its value.
    Optional<Map.Entry<String, String>> apiKey() {
        return apiKey;
    }

    void counted(String keyId, String value) {
        apiKey = Optional.of(Map.entry(keyId, value));
    }

    void opened(SocketLine by) {
        line = by;
    }

    void active(Instant at) {
        lastActiveAt = at;
    }

    /// Sends it a message.
    ///
    /// @return whether it went out
    public boolean send(byte[] message) {
        boolean sent = Optional.ofNullable(line).filter(each -> each.send(message)).isPresent();
        if (sent) {
            active(request.sandbox().clock().now());
        }
        return sent;
    }

    /// Disconnects it.
    ///
    /// @param code of RFC 6455
    public void close(int code, String reason) {
        Optional.ofNullable(line).ifPresent(each -> each.close(code, reason));
    }
}
