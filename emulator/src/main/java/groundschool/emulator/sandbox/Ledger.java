package groundschool.emulator.sandbox;

import java.nio.file.Path;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happened in a sandbox: each call, in the shape of CloudTrail's events, with what it took.
///
/// Remembers the last 1,000, in memory; a lab's keeps all on disk too, in a file that rewinding the
/// sandbox leaves alone.
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final int REMEMBERED = 1000;

    /// How much of its bodies a ledger without a file remembers while its sandbox is asleep.
    private static final int ASLEEP_BYTES = 1 << 15;

    private final boolean isKept;

    /// Opens the file, if there is one to be kept, and hands out what is in it.
    private final Function<Consumer<Entry>, Optional<LedgerFile>> files;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private Optional<LedgerFile> file = Optional.empty();
    private boolean isOpen;
    private long lastNumber;

    private Ledger(boolean isKept, Function<Consumer<Entry>, Optional<LedgerFile>> files) {
        this.isKept = isKept;
        this.files = files;
    }

    /// A ledger that is nowhere but in memory.
    static Ledger inMemory() {
        return new Ledger(false, _ -> Optional.empty());
    }

    /// A ledger that keeps everything in that file, which need not be there yet.
    static Ledger at(Path path, Durability durability) {
        return new Ledger(true, entries -> Optional.of(LedgerFile.open(path, durability, entries)));
    }

    /// Whether all of it is kept on disk, as a lab's is.
    public boolean isKept() {
        return isKept;
    }

    /// Notes a call, gives it the next number, and tells all who follow.
    ///
    /// If it cannot be written, it is remembered all the same: what the call did is done.
    public void add(Entry entry) {
        synchronized (entries) {
            boolean isOpened = tryOpen();
            var numbered = entry.numbered(lastNumber + 1);
            if (isOpened) {
                write(numbered);
            }
            remember(numbered);
            if (!followers.isEmpty()) {
                followers.forEach(follower -> follower.queue.add(numbered));
            }
        }
    }

    /// What is remembered, oldest first.
    public List<Entry> entries() {
        synchronized (entries) {
            open();
            return List.copyOf(entries);
        }
    }

    /// All that is known of the calls after that number, oldest first: of a lab's sandbox, every
    /// one.
    public List<Entry> since(long number) {
        synchronized (entries) {
            open();
            var first = Optional.ofNullable(entries.peek()).map(Entry::number);
            if (file.isPresent()
                    && first.filter(remembered -> remembered > number + 1).isPresent()) {
                return file.get().since(number);
            }
            return entries.stream().filter(entry -> entry.number() > number).toList();
        }
    }

    /// The number of the newest call, 0 if there was none.
    public long lastNumber() {
        synchronized (entries) {
            open();
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

    /// Leaves memory, but for some of the newest entries if they are nowhere else.
    void sleep() {
        synchronized (entries) {
            if (file.isPresent()) {
                file.get().close();
                file = Optional.empty();
                isOpen = false;
                entries.clear();
            }
            int bytes = 0;
            for (var newest = entries.descendingIterator(); newest.hasNext(); ) {
                var entry = newest.next();
                bytes += bytes > ASLEEP_BYTES ? 0 : entry.bytes();
                if (bytes > ASLEEP_BYTES) {
                    newest.remove();
                }
            }
        }
    }

    private boolean tryOpen() {
        try {
            open();
            return true;
        } catch (StorageException failure) {
            LOG.error("A call is missing from a ledger: {}", failure.getMessage());
            return false;
        }
    }

    private void write(Entry entry) {
        try {
            file.ifPresent(file -> file.add(entry));
        } catch (StorageException failure) {
            LOG.error("A call is missing from a ledger: {}", failure.getMessage());
        }
    }

    private void open() {
        if (!isOpen) {
            file = files.apply(this::remember);
            isOpen = true;
        }
    }

    private void remember(Entry entry) {
        lastNumber = entry.number();
        entries.add(entry);
        if (entries.size() > REMEMBERED) {
            entries.remove();
        }
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
    /// @param trace what each policy had to do with the decision, as JSON; empty where it was not
    ///   worked out
    /// @param usage amounts by unit and resource
    /// @param effect what of a service's data it was about
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
            String trace,
            Map<String, Double> usage,
            Effect effect,
            String requestId,
            Duration took) {

        public Entry {
            resources = List.copyOf(resources);
            usage = Map.copyOf(usage);
        }

        /// About how much memory it takes.
        private int bytes() {
            return 500
                    + trace.length()
                    + effect.bytes()
                    + input.bytes().length
                    + output.map(body -> body.bytes().length).orElse(0);
        }

        private Entry numbered(long number) {
            return new Entry(
                    number, at, principal, region, service, operation, resources, input, output,
                    error, decision, trace, usage, effect, requestId, took);
        }
    }

    /// What of a service's data a call was about.
    ///
    /// @param keys of the first ten items, each behind its table; of a query its partition key
    /// @param items how many were answered or written
    /// @param lookedAt how many were read, filtered out or not, or written
    /// @param throttles why something was not done: reasons, each with a space and the resource
    public record Effect(List<String> keys, long items, long lookedAt, List<String> throttles) {

        /// Of a call that is about no items.
        public static final Effect NONE = new Effect(List.of(), 0, 0, List.of());

        public Effect {
            keys = List.copyOf(keys);
            throttles = List.copyOf(throttles);
        }

        private int bytes() {
            return Stream.concat(keys.stream(), throttles.stream()).mapToInt(String::length).sum();
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
