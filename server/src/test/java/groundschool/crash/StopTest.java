package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM: the request under way is finished, and the exit code is 0.
class StopTest {

    @TempDir Path data;

    @Test
    void the_site_ends_with_exit_code_0() throws Exception {
        try (var server = ServerProcess.serve(data)) {
            new Browser(server.port()).get("/");

            server.terminate();

            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void the_site_finishes_a_form_that_is_being_sent() throws Exception {
        try (var server = ServerProcess.serve(data)) {
            int port = server.port();
            var browser = new Browser(port);
            var form = "csrf=" + browser.token();
            var head =
                    """
                    POST /cards/taken HTTP/1.1
                    Host: localhost
                    Cookie: %s
                    Content-Type: application/x-www-form-urlencoded
                    """
                            .formatted(browser.cookie());

            assertThat(statusWhenStopped(server, port, head, form)).startsWith("HTTP/1.1 303");
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void the_emulator_finishes_a_call_that_is_being_sent() throws Exception {
        try (var emulator = EmulatorProcess.start("", data)) {
            var head =
                    """
                    POST / HTTP/1.1
                    Host: localhost
                    Content-Type: application/x-amz-json-1.0
                    X-Amz-Target: DynamoDB_20120810.ListTables
                    """;

            // Not signed, so that it is refused; but that is an answer too.
            assertThat(statusWhenStopped(emulator.process(), emulator.port(), head, "{}"))
                    .startsWith("HTTP/1.1 400");
            assertThat(emulator.process().exitCode()).isZero();
        }
    }

    /// Sends half a request, asks the server to stop, and sends the rest once it takes no new
    /// connections.
    ///
    /// @return the first line of the answer
    private static String statusWhenStopped(
            ServerProcess server, int port, String head, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var request = head + "Expect: 100-continue\nContent-Length: " + body.length() + "\n\n";
            out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            // It says so when it begins to read the body: the request is under way.
            assertThat(in.readLine()).startsWith("HTTP/1.1 100");
            in.readLine();

            server.terminate();
            awaitRefusal(port);
            out.write(body.getBytes(StandardCharsets.ISO_8859_1));
            return in.readLine();
        }
    }

    private static void awaitRefusal(int port) throws IOException {
        try {
            while (true) {
                new Socket("127.0.0.1", port).close();
                LockSupport.parkNanos(1_000_000);
            }
        } catch (ConnectException _) {
            // It has begun to stop.
        }
    }
}
