package groundschool.lab;

import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells a lab's page what has changed: an event `parts` with all of them on connecting, and then
/// with those that are different.
public final class LabEventsPage implements Page, AutoCloseable {

    /// Shorter than the time after which an idle connection is closed.
    private static final Duration BEAT = Duration.ofSeconds(15);

    private static final int MOST_STREAMS = 12;

    private final Views views;
    private final Visitors visitors;
    private final LabDesk desk;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Thread heart;
    private volatile boolean isClosed;

    public LabEventsPage(Views views, Visitors visitors, LabDesk desk) {
        this.views = views;
        this.visitors = visitors;
        this.desk = desk;
        this.heart = Thread.ofVirtual().name("lab-events").start(this::beat);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        // Refused before the stream begins, since that has no status any more.
        routes.before("/labs/{lab}/runs/{run}/events", this::admit);
        routes.sse("/labs/{lab}/runs/{run}/events", this::listen);
    }

    private void admit(Context context) {
        LabPage.bench(context, desk, visitors);
        var learnerId = visitors.learner(context).id();
        if (followers.stream().filter(each -> each.learnerId == learnerId).count()
                >= MOST_STREAMS) {
            throw new HttpResponseException(
                    429, "This lab is open in too many windows. Close some of them.", Map.of());
        }
    }

    private void listen(SseClient client) {
        var learnerId = visitors.learner(client.ctx()).id();
        var bench = LabPage.bench(client.ctx(), desk, visitors);
        client.keepAlive();
        var follower = new Follower(client, bench, learnerId);
        followers.add(follower);
        var following = bench.follow(follower::soon);
        client.onClose(() -> {
            following.close();
            followers.remove(follower);
        });
        // A page that is still open comes again as soon as its stream has ended.
        if (isClosed) {
            client.close();
            return;
        }
        bench.check();
        follower.soon();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                followers.forEach(each -> Thread.startVirtualThread(each::beat));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        heart.interrupt();
        followers.forEach(each -> each.client.close());
    }

    /// One open page.
    private final class Follower {

        private final SseClient client;
        private final Views.Renderer renderer;
        private final Workbench bench;
        private final long learnerId;
        private final Map<String, String> sent = new HashMap<>();
        private final AtomicBoolean waiting = new AtomicBoolean();

        Follower(SseClient client, Workbench bench, long learnerId) {
            this.client = client;
            this.renderer = views.renderer(client.ctx());
            this.bench = bench;
            this.learnerId = learnerId;
        }

        /// Tells the page, in a thread of its own, so that no slow reader holds up the checks.
        void soon() {
            if (waiting.compareAndSet(false, true)) {
                Thread.ofVirtual().name("lab-page").start(this::tell);
            }
        }

        synchronized void beat() {
            client.sendComment("still here");
        }

        private synchronized void tell() {
            waiting.set(false);
            if (client.terminated()) {
                return;
            }
            try {
                sendWhatChanged();
            } catch (RuntimeException failure) {
                // A page that leaves meanwhile takes its stream along, and nobody waits for this.
                if (!client.terminated()) {
                    throw failure;
                }
            }
        }

        private void sendWhatChanged() {
            var view = LabView.of(bench.lab(), bench.snapshot(), visitors.zone());
            var actions = LabPage.actions(bench.lab(), view.snapshot().run());
            List<LabParts.Part> changed =
                    LabParts.of(view, actions, renderer::render).stream()
                            .filter(part -> !part.html().equals(sent.put(part.id(), part.html())))
                            .toList();
            if (!changed.isEmpty()) {
                client.sendEvent("parts", changed);
            }
        }
    }
}
