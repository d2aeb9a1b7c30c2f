package groundschool.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On a port that would wait for ten minutes: what ends earlier was ended.
class IdleConnectionsTest {

    private static final int GRACE_MILLISECONDS = 600_000;
    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final IdleConnections idle = new IdleConnections();
    private Server server;

    @BeforeEach
    void listen() throws Exception {
        idle.setHandler(new Waiting());
        server = Port.server("127.0.0.1", 0, idle);
        server.setStopTimeout(GRACE_MILLISECONDS);
        ((ServerConnector) server.getConnectors()[0]).setShutdownIdleTimeout(GRACE_MILLISECONDS);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        idle.close(server);
        server.stop();
    }

    /// Answers at once, but for `/long`, which it answers at the end.
    private final class Waiting extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws InterruptedException {
            if (request.getHttpURI().getPath().equals("/long")) {
                begun.countDown();
                end.await();
            }
            callback.succeeded();
            return true;
        }
    }

    /// Somebody who keeps the connection.
    private final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Client() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), Port.number(server));
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void ask(String path) throws IOException {
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        /// Reads an answer, which has no body.
        ///
        /// @return its status line
        String answer() throws IOException {
            var status = in.readLine();
            for (var line = status; line != null && !line.isEmpty(); line = in.readLine()) {
                assertThat(line).doesNotContainIgnoringCase("Transfer-Encoding");
            }
            return String.valueOf(status);
        }

        /// Waits until the server has closed the connection.
        boolean isLetGo() throws IOException {
            return in.read() == -1;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private CompletableFuture<Void> stopped() {
        return CompletableFuture.runAsync(() -> {
            idle.close(server);
            try {
                server.stop();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    @Test
    void are_closed_while_the_port_still_waits_for_a_request() throws Exception {
        try (var keeping = new Client();
                var waiting = new Client()) {
            keeping.ask("/");
            assertThat(keeping.answer()).startsWith("HTTP/1.1 200");
            waiting.ask("/long");
            begun.await();

            var stopped = stopped();

            assertThat(keeping.isLetGo()).isTrue();
            assertThat(stopped).isNotDone();
            end.countDown();
            assertThat(waiting.answer()).startsWith("HTTP/1.1 200");
            assertThat(waiting.isLetGo()).isTrue();
            stopped.join();
        }
    }

    @Test
    void that_were_never_used_keep_no_port_open() throws Exception {
        try (var silent = new Client();
                var keeping = new Client()) {
            keeping.ask("/");
            keeping.answer();

            stopped().join();

            assertThat(silent.isLetGo()).isTrue();
            assertThat(keeping.isLetGo()).isTrue();
        }
    }
}
