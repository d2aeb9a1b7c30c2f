package groundschool.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Tells open pages that the content has changed: a server-sent event `content` with its version,
/// once on connecting and then at each change. A page of another version fetches itself again.
public final class EventsPage implements Page, AutoCloseable {

    /// Shorter than the time after which an idle connection is closed.
    private static final Duration BEAT = Duration.ofSeconds(15);

    /// More than anybody has windows; each takes a connection.
    static final int MOST_STREAMS = 100;

    private final Supplier<String> version;
    private final Set<SseClient> listening = ConcurrentHashMap.newKeySet();
    private final Thread heart;
    private volatile boolean isClosed;

    /// @param version of the content, now
    public EventsPage(Supplier<String> version) {
        this.version = version;
        this.heart = Thread.ofVirtual().name("events").start(this::beat);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // Refused before the stream begins, since that has no status any more.
        routes.before("/events", this::admit);
        routes.sse("/events", this::listen);
    }

    private void admit(Context context) {
        if (listening.size() >= MOST_STREAMS) {
            throw new HttpResponseException(
                    429, "This site is open in too many windows. Close some of them.", Map.of());
        }
    }

    /// To be called when the content has changed.
    public void changed() {
        listening.forEach(client -> Thread.startVirtualThread(() -> tell(client)));
    }

    private void listen(SseClient client) {
        client.keepAlive();
        client.onClose(() -> listening.remove(client));
        listening.add(client);
        // A page that is still open comes again as soon as its stream has ended.
        if (isClosed) {
            client.close();
            return;
        }
        tell(client);
    }

    private void tell(SseClient client) {
        client.sendEvent("content", version.get());
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                listening.forEach(client ->
                        Thread.startVirtualThread(() -> client.sendComment("still here")));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        heart.interrupt();
        listening.forEach(SseClient::close);
    }
}
