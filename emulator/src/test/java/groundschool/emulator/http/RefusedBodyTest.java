package groundschool.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of the body of a request that is refused before it has come.
final class RefusedBodyTest {

    private static final int MANY_BYTES = 5 * 1024 * 1024;

    private EmulatorServer server;

    @BeforeEach
    void listen() throws IOException {
        server = EmulatorServer.start(new Emulator(Sandboxes.inMemory()), "127.0.0.1", 0, Set.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void is_read_to_its_end_so_that_the_client_sees_the_answer() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, "Content-Length: " + MANY_BYTES);
            socket.getOutputStream().write(new byte[MANY_BYTES]);

            assertThat(status(socket)).isEqualTo("HTTP/1.1 404 Not Found");

            // The connection is as good as before.
            send(socket, "Content-Length: 0");
            assertThat(status(socket)).isNotEmpty();
        }
    }

    @Test
    void is_not_waited_for_if_the_client_asks_first() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            send(socket, "Content-Length: " + MANY_BYTES + "\r\nExpect: 100-continue");

            assertThat(status(socket)).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    private static void send(Socket socket, String header) throws IOException {
        var head = "PUT /no-such-bucket/key HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read(); next >= 0 && next != '\r'; ) {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString();
    }
}
