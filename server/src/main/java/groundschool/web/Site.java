package groundschool.web;

import groundschool.emulator.http.PortTakenException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson3;
import io.javalin.util.JavalinException;
import io.javalin.validation.ValidationException;
import java.net.BindException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The site's HTTP side: which requests are let in, what every answer carries, and how an error
/// looks.
public final class Site implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /// No form of ours is larger; a learner's workspace goes in files of its own.
    private static final long LARGEST_REQUEST_BYTES = 1024 * 1024;

    private static final long STOP_MILLISECONDS = 10_000;

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Views views;
    private final Hosts hosts;
    private final Javalin server;

    public Site(Views views, Hosts hosts, List<Page> pages) {
        this(views, hosts, pages, _ -> {});
    }

    private Site(Views views, Hosts hosts, List<Page> pages, Consumer<JavalinConfig> besides) {
        this.views = views;
        this.hosts = hosts;
        this.server =
                Javalin.create(config -> {
                    configure(config, pages);
                    besides.accept(config);
                });
    }

    /// Answers a request in memory, on a server of its own without a page, and so loads what it
    /// takes to answer one: whoever waits for something else at the start does this meanwhile.
    public static void rehearse(Views views) {
        var connectors = new ArrayList<LocalConnector>();
        var stage =
                new Site(
                        views,
                        new Hosts(List.of()),
                        List.of(),
                        config ->
                                config.jetty.addConnector((server, http) -> {
                                    var connector =
                                            new LocalConnector(
                                                    server, new HttpConnectionFactory(http));
                                    connectors.add(connector);
                                    return connector;
                                }));
        try {
            stage.server.start();
            connectors.getFirst().getResponse("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Thread.startVirtualThread(stage::close);
        } catch (Exception failure) {
            // The first request then loads it.
            LOG.warn("no page could be rehearsed", failure);
        }
    }

    /// Starts to listen.
    ///
    /// @param port 0 for any
    /// @return the port
    /// @throws PortTakenException if another program listens there
    public int start(String host, int port) throws PortTakenException {
        try {
            server.start(host, port);
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException) {
                    throw new PortTakenException(host, port);
                }
            }
            throw failure;
        }
        return server.port();
    }

    private void configure(JavalinConfig config, List<Page> pages) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_REQUEST_BYTES;
        config.jsonMapper(new JavalinJackson3());
        // On stopping, requests under way are finished first.
        config.jetty.modifyServletContextHandler(
                handler -> handler.insertHandler(new GracefulHandler()));
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLISECONDS));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(30_000);
        });
        config.routes.before(this::admit);
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.routes.exception(ValidationException.class, this::misunderstand);
        config.routes.exception(UnsupportedCharsetException.class, this::misread);
        config.routes.exception(IllegalCharsetNameException.class, this::misread);
        config.routes.exception(Exception.class, this::fail);
        pages.forEach(page -> page.addTo(config.routes));
    }

    private void admit(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin");
        if (!hosts.allow(String.valueOf(context.header("Host")))) {
            throw new HttpResponseException(
                    403,
                    "This server does not answer to that host name. Open it as localhost, or start it with --allowed-host.",
                    Map.of());
        }
        if (String.valueOf(context.contentType()).startsWith("multipart/")) {
            throw new HttpResponseException(415, "No form of this site sends files.", Map.of());
        }
        Csrf.check(context);
        if (context.formParamMap().values().stream().anyMatch(Site::holdsNul)) {
            throw new BadRequestResponse("A field holds a character that no keyboard types.");
        }
    }

    /// PostgreSQL keeps no NUL, and nobody means one.
    private static boolean holdsNul(List<String> values) {
        return values.stream().anyMatch(value -> value.indexOf('\0') >= 0);
    }

    private void refuse(HttpResponseException refusal, Context context) {
        var status = refusal.getStatus();
        show(context, status, Explanation.of(status, String.valueOf(refusal.getMessage())));
    }

    /// A field or a part of the address has another form than it must, such as a word for a number.
    private void misunderstand(ValidationException failure, Context context) {
        show(context, 400, Explanation.of(400, ""));
    }

    /// The request names a character set that there is not.
    private void misread(IllegalArgumentException failure, Context context) {
        show(context, 415, Explanation.of(415, "The forms of this site are sent as UTF-8."));
    }

    private void fail(Exception failure, Context context) {
        var id = UUID.randomUUID().toString();
        LOG.error("{} {} {}", id, context.method(), context.path(), failure);
        show(context, 500, Explanation.failure(id));
    }

    private void show(Context context, int status, Explanation explanation) {
        context.status(status);
        views.show(
                context,
                "error",
                Map.of(
                        "cardsDue", 0,
                        "status", status,
                        "title", explanation.title(),
                        "happened", explanation.happened(),
                        "safe", explanation.safe(),
                        "todo", explanation.todo()));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (JavalinException failure) {
            if (!(failure.getCause() instanceof TimeoutException)) {
                throw failure;
            }
            // It has stopped all the same: Jetty tells of it afterwards.
            LOG.warn("Requests were cut off that had not been answered after ten seconds.");
        }
    }
}
