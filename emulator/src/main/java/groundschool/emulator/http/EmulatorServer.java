package groundschool.emulator.http;

import groundschool.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The emulator's port: HTTP/1.1 over TCP, one virtual thread per request.
public final class EmulatorServer implements AutoCloseable {

    private static final int HEADER_BYTES = 32 * 1024;
    private static final int IDLE_MILLISECONDS = 30_000;
    private static final int STOP_MILLISECONDS = 10_000;

    /// How long a connection that nothing happens on is kept while the server stops.
    private static final int STOP_IDLE_MILLISECONDS = 500;

    /// A client that sends its body more slowly is cut off.
    private static final int LEAST_BYTES_PER_SECOND = 256;

    private final Emulator emulator;
    private final Server server;
    private final String host;
    private final int port;

    private EmulatorServer(Emulator emulator, Server server, String host, int port) {
        this.emulator = emulator;
        this.server = server;
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
        var threads = new QueuedThreadPool(16, 2);
        threads.setName("emulator");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLISECONDS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new EmulatorHandler(emulator, allowedHosts)));
        server.setErrorHandler(errors());
        server.setStopTimeout(STOP_MILLISECONDS);
        start(server, host, port);
        var started = new EmulatorServer(emulator, server, host, connector.getLocalPort());
        emulator.isAt(started.uri());
        return started;
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
        configuration.setSendServerVersion(false);
        // The emulator dates its answers itself.
        configuration.setSendDateHeader(false);
        // Headers are signed letter by letter: `charset=UTF-8` must not become `charset=utf-8`.
        configuration.setHeaderCacheCaseSensitive(true);
        // Paths name objects of services, never files of ours.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    private static ErrorHandler errors() {
        var errors = new ErrorHandler();
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        return errors;
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
    /// stops.
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the port did not stop", e);
        }
    }
}
