package groundschool.emulator.http;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// How the emulator's port is set: HTTP/1.1 over TCP, one virtual thread per request. Whoever
/// measures what the port itself takes puts something else behind it.
public final class Port {

    static final int HEADER_BYTES = 32 * 1024;

    /// Read at once: of an object of a megabyte, eight times fewer pieces than Jetty would read.
    static final int INPUT_BYTES = 64 * 1024;

    private static final int IDLE_MILLISECONDS = 30_000;
    private static final int STOP_MILLISECONDS = 10_000;

    /// How long somebody who is sending a request may pause while the server stops. Connections
    /// without a request are closed at once.
    private static final int STOP_IDLE_MILLISECONDS = 5_000;

    /// A client that sends its body more slowly is cut off.
    private static final int LEAST_BYTES_PER_SECOND = 256;

    private Port() {}

    /// A server that has not been started yet.
    ///
    /// @param port 0 for any that is free
    public static Server server(String host, int port, Handler handler) {
        return server(host, port, handler, List.of());
    }

    /// @param before what new connections are given to instead of Jetty's HTTP/1.1, if anything
    static Server server(String host, int port, Handler handler, List<ConnectionFactory> before) {
        var threads = new QueuedThreadPool(16, 2);
        threads.setName("emulator");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new Server(threads);
        var http = new HttpConnectionFactory(configuration());
        http.setInputBufferSize(INPUT_BYTES);
        var connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        Stream.concat(before.stream(), Stream.of(http))
                                .toArray(ConnectionFactory[]::new));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        connector.setShutdownIdleTimeout(STOP_IDLE_MILLISECONDS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(errors());
        server.setStopTimeout(STOP_MILLISECONDS);
        return server;
    }

    /// Where a server listens that has been started.
    static int number(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
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
}
