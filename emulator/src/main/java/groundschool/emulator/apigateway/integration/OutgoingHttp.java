package groundschool.emulator.apigateway.integration;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.HostName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Requests to servers on this machine: no other is called, and no answer leads elsewhere.
///
/// The emulator itself is called without a socket, in the same sandbox.
public final class OutgoingHttp {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Set<String> SET_BY_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    /// Made when it is first needed.
    private static final class Client {
        private static final HttpClient ONE =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    private OutgoingHttp() {}

    /// @throws Trouble if the server is not on this machine, or does not answer in time
    public static Outgoing send(
            URI uri, String verb, Fields headers, byte[] body, Duration limit, Sandbox sandbox) {
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        if (!HostName.isLoopback(host)) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Groundschool's emulator calls this machine only, not "
                            + host);
        }
        var own = sandbox.services().address();
        if (uri.getPort() == own.getPort() && own.getPort() > 0) {
            return inside(uri, verb, headers, body, sandbox);
        }
        var request =
                java.net.http.HttpRequest.newBuilder(uri)
                        .timeout(limit)
                        .method(verb, BodyPublishers.ofByteArray(body));
        for (var field : headers.entries()) {
            if (!SET_BY_CLIENT.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                request.header(field.getKey(), field.getValue());
            }
        }
        try {
            var answer = Client.ONE.send(request.build(), BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var read = in.readNBytes(MOST_BYTES + 1);
                if (read.length > MOST_BYTES) {
                    throw Trouble.badGateway("The endpoint answers more than 10 MB.");
                }
                return new Outgoing(answer.statusCode(), fields(answer.headers().map()), read);
            }
        } catch (HttpTimeoutException _) {
            throw Trouble.timedOut();
        } catch (IOException | IllegalArgumentException e) {
            throw Trouble.unreachable(
                    "Network error communicating with endpoint: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.timedOut();
        }
    }

    private static Outgoing inside(
            URI uri, String verb, Fields headers, byte[] body, Sandbox sandbox) {
        var fields = new ArrayList<>(headers.without("Host").entries());
        fields.add(Map.entry("Host", uri.getAuthority()));
        var answer =
                sandbox.services()
                        .answer(
                                HttpRequest.of(
                                        verb,
                                        Optional.ofNullable(uri.getRawPath())
                                                .filter(path -> !path.isEmpty())
                                                .orElse("/"),
                                        Optional.ofNullable(uri.getRawQuery()).orElse(""),
                                        new Headers(fields),
                                        body));
        return new Outgoing(answer.status(), Fields.of(answer.headers()), answer.bytes());
    }

    private static Fields fields(Map<String, List<String>> headers) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        headers.forEach((name, values) -> {
            if (!name.startsWith(":")) {
                values.forEach(value -> fields.add(Map.entry(name, value)));
            }
        });
        return new Fields(fields, true);
    }
}
