package groundschool.emulator.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happened in a sandbox: each call, in the shape of CloudTrail's events, with what it took.
///
/// Remembers the last 1,000.
public final class Ledger {

    static final int REMEMBERED = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private long lastNumber;

    /// Notes a call, gives it the next number, and tells all who follow.
    public void add(Entry entry) {
        synchronized (entries) {
            var numbered = entry.numbered(++lastNumber);
            entries.add(numbered);
            if (entries.size() > REMEMBERED) {
                entries.remove();
            }
            followers.forEach(follower -> follower.queue.add(numbered));
        }
    }

    /// What is remembered, oldest first.
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }

    /// The number of the newest call, 0 if there was none.
    public long lastNumber() {
        synchronized (entries) {
            return lastNumber;
        }
    }

    /// Tells `listener` of each call from now on, in order and each once, until the subscription is
    /// closed.
    ///
    /// The listener is called in a thread of its own and fed from a queue of its own, so that it
    /// may take its time: no call ever waits for it.
    public Subscription follow(Consumer<Entry> listener) {
        var follower = new Follower(listener);
        followers.add(follower);
        var thread = Thread.ofVirtual().name("ledger-follower").start(follower);
        return () -> {
            followers.remove(follower);
            thread.interrupt();
        };
    }

    boolean isFollowed() {
        return !followers.isEmpty();
    }

    /// Ends with `close`.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// One call.
    ///
    /// @param number counts the calls of a sandbox from 1; the ledger gives it
    /// @param at on the sandbox's clock
    /// @param principal the caller's ARN
    /// @param service such as `dynamodb`
    /// @param operation such as `PutItem`
    /// @param resources the ARNs that were touched
    /// @param input as the client sent it
    /// @param output absent if the call was refused
    /// @param error absent if the call succeeded
    /// @param decision why IAM allowed or denied it, in a sentence
    /// @param usage amounts by unit and resource
    /// @param took on the wall clock
    public record Entry(
            long number,
            Instant at,
            String principal,
            String region,
            String service,
            String operation,
            List<String> resources,
            Body input,
            Optional<Body> output,
            Optional<Failure> error,
            String decision,
            Map<String, Double> usage,
            String requestId,
            Duration took) {

        public Entry {
            resources = List.copyOf(resources);
            usage = Map.copyOf(usage);
        }

        Entry numbered(long number) {
            return new Entry(
                    number, at, principal, region, service, operation, resources, input, output,
                    error, decision, usage, requestId, took);
        }
    }

    /// A refusal.
    public record Failure(String code, String message) {}

    private static final class Follower implements Runnable {

        private final Consumer<Entry> listener;
        private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();

        private Follower(Consumer<Entry> listener) {
            this.listener = listener;
        }

        @Override
        public void run() {
            while (true) {
                try {
                    listener.accept(queue.take());
                } catch (InterruptedException _) {
                    return;
                } catch (RuntimeException failure) {
                    LOG.error("A follower of a ledger failed", failure);
                }
            }
        }
    }
}
