package groundschool.emulator.http;

import groundschool.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The emulator behind its port.
public final class EmulatorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmulatorServer.class);

    private final Emulator emulator;
    private final Server server;
    private final IdleConnections idle;
    private final String host;
    private final int port;

    private EmulatorServer(
            Emulator emulator, Server server, IdleConnections idle, String host, int port) {
        this.emulator = emulator;
        this.server = server;
        this.idle = idle;
        this.host = host;
        this.port = port;
    }

    /// Loads what an HTTP server needs. That takes as long as all else that comes before it, so
    /// whoever is in a hurry calls it early, on a thread of its own.
    public static void prepare() {
        new Server(new QueuedThreadPool());
    }

    /// Listens for requests, which the emulator answers.
    ///
    /// @param port 0 for any that is free
    /// @param allowedHosts further names by which clients may call this machine
    /// @throws PortTakenException if another program listens there
    public static EmulatorServer start(
            Emulator emulator, String host, int port, Set<String> allowedHosts)
            throws PortTakenException {
        var idle = new IdleConnections();
        var entrance = new Entrance(emulator, allowedHosts);
        idle.setHandler(new EmulatorHandler(entrance));
        var server = Port.server(host, port, idle, List.of(new DirectConnections(entrance, idle)));
        start(server, host, port);
        var started = new EmulatorServer(emulator, server, idle, host, Port.number(server));
        emulator.isAt(started.uri());
        return started;
    }

    private static void start(Server server, String host, int port) throws PortTakenException {
        try {
            server.start();
        } catch (Exception failure) {
            stop(server);
            if (isTaken(failure)) {
                throw new PortTakenException(host, port);
            }
            throw new UncheckedIOException(
                    "cannot listen on " + host + ":" + port, new IOException(failure));
        }
    }

    private static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /// What answers the requests.
    public Emulator emulator() {
        return emulator;
    }

    /// The port that it listens on.
    public int port() {
        return port;
    }

    /// Whether it takes requests.
    public boolean isUp() {
        return server.isRunning();
    }

    /// What clients take for their endpoint.
    public URI uri() {
        return URI.create("http://" + host + ":" + port);
    }

    /// Takes no more requests, finishes those that are under way, for at most ten seconds, and
    /// stops. What takes longer is cut off.
    @Override
    public void close() {
        emulator.hangUp();
        idle.close(server);
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (TimeoutException _) {
            // It has stopped all the same: Jetty tells of it afterwards.
            LOG.warn("Requests were cut off that had not been answered after ten seconds.");
        } catch (Exception e) {
            throw new IllegalStateException("the port did not stop", e);
        }
    }
}
