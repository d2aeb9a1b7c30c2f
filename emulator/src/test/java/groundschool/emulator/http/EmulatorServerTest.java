package groundschool.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private EmulatorServer server;

    @BeforeEach
    void listen() throws IOException {
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of("emulator.test"));
    }

    @AfterEach
    void stop() {
        server.close();
        emulator.close();
        client.close();
    }

    @Test
    void stops_after_ten_seconds_though_somebody_is_still_sending() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            var head =
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            var sender = Thread.startVirtualThread(() -> drip(out));
            // Until it is under way: a request that has not been taken is not waited for.
            Thread.sleep(500);

            assertThatCode(server::close).doesNotThrowAnyException();

            assertThat(server.isUp()).isFalse();
            sender.interrupt();
            sender.join();
        }
    }

    /// Slowly enough to take minutes, and fast enough not to be cut off for that.
    private static void drip(OutputStream out) {
        try {
            while (true) {
                out.write(new byte[50]);
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException _) {
            // The other side has gone, or the test is over.
        }
    }

    @Test
    void is_healthy() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("healthy: dynamodb.");
        assertThat(answer.headers().firstValue("x-amz-crc32")).isPresent();
        assertThat(answer.headers().firstValue("date")).isPresent();
        assertThat(answer.headers().firstValue("server")).isEmpty();
    }

    @Test
    void knows_no_other_page() throws Exception {
        assertThat(get("/favicon.ico").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:4566",
                "orders.localhost:4566",
                "127.0.0.1",
                "[::1]:4566",
                "emulator.test",
                "EMULATOR.test:80"
            })
    void answers_to_names_of_this_machine(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "localhost.example.com", "127.0.0.1.example.com:4566"})
    void refuses_any_other_name(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host)))
                .startsWith("HTTP/1.1 403 ")
                .contains("The emulator is not called");
    }

    @Test
    void refuses_headers_that_are_too_long() throws Exception {
        assertThat(
                        raw(
                                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\nConnection: close\r\n\r\n"
                                        .formatted("x".repeat(40_000))))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void refuses_a_body_that_is_longer_than_the_operation_takes() throws Exception {
        var body = new byte[16 * 1024 * 1024 + 1];
        Arrays.fill(body, (byte) 'a');
        var request =
                HttpRequest.newBuilder(server.uri())
                        .expectContinue(false)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();

        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void lets_pages_of_this_machine_call_it() throws Exception {
        var answer = preflight("http://localhost:5173");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("access-control-allow-origin"))
                .contains("http://localhost:5173");
        assertThat(answer.headers().firstValue("access-control-allow-headers"))
                .contains("authorization,x-amz-target");
        assertThat(answer.headers().firstValue("access-control-max-age")).contains("172800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "http://localhost.example.com", "null"})
    void lets_no_other_page_call_it(String origin) throws Exception {
        var answer = preflight(origin);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void says_that_a_port_is_taken() {
        assertThatThrownBy(
                        () -> EmulatorServer.start(emulator, "127.0.0.1", server.port(), Set.of()))
                .isInstanceOf(PortTakenException.class)
                .hasMessage("Port %d of 127.0.0.1 is taken by another program.", server.port());
    }

    @Test
    void finishes_what_is_under_way_before_it_stops() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            var rest = 50_000;
            var head =
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{";
            out.write(head.formatted(rest + 2).getBytes(StandardCharsets.ISO_8859_1));
            var stopping = Thread.ofVirtual().unstarted(server::close);

            // A sender who pauses while the server stops is cut off, so this one does not.
            for (var sent = 0; rest > 0 && server.isUp(); sent++, rest -= 50) {
                out.write(" ".repeat(50).getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(5);
                if (sent == 20) {
                    stopping.start();
                }
            }
            assertThat(server.isUp()).isFalse();
            out.write((" ".repeat(rest) + "}").getBytes(StandardCharsets.ISO_8859_1));

            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("UnknownOperationException");
            stopping.join();
        }
        assertThatThrownBy(() -> get("/")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.uri().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.uri() + "/"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,x-amz-target")
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
