package groundschool.emulator.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls on one connection, by the short way and by Jetty's: what a client gets is the same.
final class DirectConnectionTest {

    /// Keeps a request with Jetty, and changes nothing else.
    private static final String BY_JETTY = "Connection: keep-alive, x";

    private static final String BY_THE_SHORT_WAY = "Connection: keep-alive";
    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private EmulatorServer server;
    private Socket socket;
    private InputStream answers;

    @BeforeEach
    void connect() throws IOException {
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        socket.setTcpNoDelay(true);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Limit\":0}",
                "{\"Limit\":\"many\"}",
                "{",
                "",
                "{\"ExclusiveStartTableName\":\"x\\u00e9\\u2603\"}"
            })
    void answers_letter_for_letter_as_by_the_way_of_jetty(String body) throws Exception {
        send(call(BY_THE_SHORT_WAY, body));
        var direct = answer();
        send(call(BY_JETTY, body));
        var jettys = answer();

        assertThat(sameButForTheCall(direct)).isEqualTo(sameButForTheCall(jettys));
    }

    @Test
    void answers_what_comes_byte_by_byte() throws Exception {
        for (var letter : call(BY_THE_SHORT_WAY, "{}").split("")) {
            send(letter);
        }

        assertThat(answer()).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 150})
    void answers_what_comes_in_two_pieces(int rest) throws Exception {
        var call = call(BY_THE_SHORT_WAY, "{}");
        send(call.substring(0, call.length() - rest));
        Thread.sleep(50);
        send(call.substring(call.length() - rest));

        assertThat(answer()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void answers_calls_in_the_order_in_which_they_were_sent_at_once() throws Exception {
        var bodies = List.of("{}", "{", "{}", "{}", "{", "{", "{}", "{");
        send(bodies.stream().map(body -> call(BY_THE_SHORT_WAY, body)).collect(joining()));

        for (var body : bodies) {
            assertThat(answer())
                    .contains(
                            body.equals("{}")
                                    ? "MissingAuthenticationToken"
                                    : "SerializationException");
        }
    }

    @Test
    void goes_on_as_a_connection_of_jettys_and_remains_one() throws Exception {
        send(call(BY_THE_SHORT_WAY, "{}"));
        send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        send(call(BY_THE_SHORT_WAY, "{}"));
        send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer()).startsWith("HTTP/1.1 400 ");
        assertThat(answer()).startsWith("HTTP/1.1 200 ").contains("healthy");
        assertThat(answer()).startsWith("HTTP/1.1 400 ");
        assertThat(answer()).startsWith("HTTP/1.1 200 ").contains("healthy");
    }

    @Test
    void answers_a_body_that_is_longer_than_it_reads_itself() throws Exception {
        send(call(BY_THE_SHORT_WAY, " ".repeat(500_000) + "{}"));

        assertThat(answer()).startsWith("HTTP/1.1 400 ").contains("x-amzn-RequestId");
    }

    @Test
    void lets_nobody_in_by_another_name() throws Exception {
        send(call(BY_THE_SHORT_WAY, "{}").replace("localhost", "example.com"));
        assertThat(answer()).startsWith("HTTP/1.1 403 ").contains("not called \"example.com\"");

        send(call(BY_THE_SHORT_WAY, "{}"));
        assertThat(answer()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void is_closed_with_the_server() throws Exception {
        send(call(BY_THE_SHORT_WAY, "{}"));
        answer();

        server.close();

        assertThat(answers.read()).isEqualTo(-1);
    }

    @Test
    void has_a_server_that_stops_wait_for_a_call_that_is_being_sent() throws Exception {
        var call = call(BY_THE_SHORT_WAY, "{}");
        send(call.substring(0, call.length() - 1));
        // Until it has come: what has not is not waited for.
        Thread.sleep(500);
        var stopping = Thread.startVirtualThread(server::close);
        while (server.isUp()) {
            Thread.sleep(5);
        }
        send("}");

        assertThat(answer()).startsWith("HTTP/1.1 400 ");
        stopping.join();
        assertThat(answers.read()).isEqualTo(-1);
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String call(String header, String body) {
        return """
        POST / HTTP/1.1
        Host: localhost
        %s
        Content-Type: application/x-amz-json-1.0
        X-Amz-Target: DynamoDB_20120810.ListTables
        Content-Length: %d

        %s\
        """
                .formatted(header, body.length(), body)
                .replace("\n", "\r\n");
    }

    /// The next answer, to its end.
    private String answer() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = answers.read();
            assertThat(next).as("after \"%s\"", text).isNotNegative();
            text.append((char) next);
        }
        var length = text.substring(text.indexOf("Content-Length: ") + 16).split("\r")[0];
        var body = answers.readNBytes(Integer.parseInt(length));
        return text + new String(body, StandardCharsets.UTF_8);
    }

    private static String sameButForTheCall(String answer) {
        return answer.replaceFirst("RequestId: [A-Z0-9]{52}", "RequestId: ")
                .replaceFirst("Date: [^\r]*", "Date: ");
    }
}
