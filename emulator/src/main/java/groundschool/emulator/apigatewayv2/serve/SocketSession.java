package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.SocketEnd;
import groundschool.emulator.SocketLine;
import groundschool.emulator.sandbox.StorageException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands on what one client says, one message after the other, on a thread of its own.
final class SocketSession implements SocketEnd {

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(2);

    /// A client that says more than is heard for so long is cut off.
    private static final int MOST_WAITING = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);

    private final SocketServing serving;
    private final Connections connections;
    private final Connection connection;
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    SocketSession(SocketServing serving, Connections connections, Connection connection) {
        this.serving = serving;
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void opened(SocketLine line) {
        connection.opened(line);
        connections.add(connection);
        Thread.ofVirtual().name("websocket").start(this::work);
        waiting.add(this::watch);
    }

    private void work() {
        while (!over.get() || !waiting.isEmpty()) {
            try {
                waiting.take().run();
            } catch (InterruptedException _) {
                return;
            } catch (StorageException closed) {
                // The sandbox has been put away, and with it whoever would have heard of this.
                LOG.debug("{}", connection.id(), closed);
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.error("{}", connection.id(), failure);
            }
        }
    }

    /// Ends the connection when it has idled, or lived, for as long as AWS lets it, on the
    /// sandbox's clock.
    private void watch() {
        if (over.get()) {
            return;
        }
        var clock = connection.request().sandbox().clock();
        var idles = connection.lastActiveAt().plus(IDLE);
        var ends = connection.connectedAt().plus(LONGEST);
        var due = idles.isBefore(ends) ? idles : ends;
        if (clock.now().isBefore(due)) {
            clock.schedule(due, this::watch);
        } else {
            connection.close(1001, "Going away");
        }
    }

    @Override
    public void text(String message) {
        if (waiting.size() >= MOST_WAITING) {
            connection.close(1008, "Too many messages");
            return;
        }
        waiting.add(() -> serving.said(connection, message));
    }

    @Override
    public void pinged() {
        waiting.add(() -> connection.active(connection.request().sandbox().clock().now()));
    }

    @Override
    public void closed(int code, String reason) {
        connections.remove(connection);
        waiting.add(() -> {
            over.set(true);
            serving.left(connection, code, reason);
        });
    }
}
