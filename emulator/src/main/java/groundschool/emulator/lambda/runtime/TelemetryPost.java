package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes telemetry to extensions that listen on this machine's own loopback interface. In an
/// isolated environment, which has one of its own, our relay does that.
record TelemetryPost(Telemetry telemetry) {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryPost.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    void begin() {
        Thread.ofVirtual().name("telemetry").start(this::deliver);
    }

    private void deliver() {
        try (var client = HttpClient.newBuilder().connectTimeout(LONGEST).build()) {
            for (var batch = telemetry.take(); batch.isPresent(); batch = telemetry.take()) {
                send(batch.get(), client);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(Telemetry.Batch batch, HttpClient client) throws InterruptedException {
        var uri = URI.create(batch.uri());
        try {
            if (batch.isTcp()) {
                try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), uri.getPort())) {
                    socket.getOutputStream().write(batch.body());
                }
                return;
            }
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + uri.getPort() + path))
                            .timeout(LONGEST)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException nobodyListens) {
            LOG.debug("telemetry was not taken", nobodyListens);
        }
    }
}
