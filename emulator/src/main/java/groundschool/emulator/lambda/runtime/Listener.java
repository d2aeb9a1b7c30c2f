package groundschool.emulator.lambda.runtime;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A socket that only one environment reaches, and what answers there.
///
/// A server with threads of its own for each environment would cost more than the environment does:
/// here each connection is a virtual thread.
final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /// More would be an attempt to exhaust this process.
    private static final int CONNECTIONS = 256;

    /// Answers one request at a time of each connection.
    interface Answerer {
        HttpResponse answer(HttpRequest request);
    }

    private final ServerSocketChannel server;
    private final Answerer answerer;
    private final Semaphore room = new Semaphore(CONNECTIONS);
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private Listener(ServerSocketChannel server, Answerer answerer) {
        this.server = server;
        this.answerer = answerer;
        Thread.ofVirtual().name("environment").start(this::accept);
    }

    /// Listens on a Unix socket, whose path must not be there yet.
    static Listener unix(Path path, Answerer answerer) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path), CONNECTIONS);
        return new Listener(server, answerer);
    }

    /// Listens on a free port of this machine's loopback interface.
    static Listener tcp(Answerer answerer) throws IOException {
        var server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), CONNECTIONS);
        return new Listener(server, answerer);
    }

    /// The port, if it is one of TCP.
    int port() throws IOException {
        return server.getLocalAddress() instanceof InetSocketAddress address
                ? address.getPort()
                : 0;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                if (room.tryAcquire()) {
                    open.add(channel);
                    Thread.ofVirtual().name("environment").start(() -> serve(channel));
                } else {
                    channel.close();
                }
            } catch (IOException e) {
                // The listener was closed, or this process has no file descriptor left.
                LOG.debug("no connection accepted", e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var in = new BufferedInputStream(Channels.newInputStream(channel), 16 * 1024);
            while (true) {
                var head = HttpHead.read(in);
                if (head.isEmpty() || !exchange(head.get(), in, channel)) {
                    return;
                }
            }
        } catch (IOException gone) {
            LOG.debug("an environment's connection ended", gone);
        } finally {
            open.remove(channel);
            room.release();
        }
    }

    private boolean exchange(HttpHead head, BufferedInputStream in, SocketChannel channel)
            throws IOException {
        var body = head.body(in, channel);
        var answer =
                answerer.answer(
                        new HttpRequest(
                                head.method(), head.path(), head.query(), head.headers(), body));
        boolean isRead = HttpHead.drain(body);
        boolean stays = isRead && head.keepsAlive();
        head.write(answer, stays, channel);
        return stays;
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(Listener::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.debug("a socket did not close", e);
        }
    }
}
