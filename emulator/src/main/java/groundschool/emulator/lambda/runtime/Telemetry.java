package groundschool.emulator.lambda.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happens in an environment, as extensions ask to be told of it: in batches, to where each
/// listens.
///
/// Source: [Accessing real-time telemetry data for extensions using the Telemetry
/// API](https://docs.aws.amazon.com/lambda/latest/dg/telemetry-api.html)
final class Telemetry {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What one who subscribes late is told of the time before.
    private static final int MOST_BEFORE = 1_000;

    /// The kinds of events, by which extensions subscribe.
    enum Kind {
        PLATFORM,
        FUNCTION,
        EXTENSION;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What an extension wants.
    ///
    /// @param uri where it listens
    /// @param isTcp whether it is sent lines without HTTP
    record Subscription(
            String extension,
            Set<Kind> kinds,
            String uri,
            boolean isTcp,
            int mostItems,
            int mostBytes,
            Duration longest) {}

    /// A batch on its way.
    ///
    /// @param body an array as JSON, or an event for each line
    record Batch(String uri, boolean isTcp, byte[] body) {}

    private record Event(Kind kind, String json) {}

    /// Those that wait for one subscriber.
    private static final class Waiting {
        private final Subscription subscription;
        private final Deque<String> events = new ArrayDeque<>();
        private long bytes;
        private long since;
        private int droppedRecords;
        private long droppedBytes;

        private Waiting(Subscription subscription) {
            this.subscription = subscription;
        }

        private void add(String json) {
            int length = json.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > 4L * subscription.mostBytes()) {
                droppedRecords++;
                droppedBytes += length;
                return;
            }
            if (events.isEmpty()) {
                since = System.nanoTime();
            }
            events.add(json);
            bytes += length;
        }

        /// In how many nanoseconds it is to be sent.
        private long due() {
            if (events.isEmpty()) {
                return Long.MAX_VALUE;
            }
            return events.size() >= subscription.mostItems() || bytes >= subscription.mostBytes()
                    ? 0
                    : since + subscription.longest().toNanos() - System.nanoTime();
        }

        private Batch take() {
            if (droppedRecords > 0) {
                var record = JSON.createObjectNode();
                record.put(
                        "reason",
                        "Consumer seems to have fallen behind as it has not acknowledged receipt of logs.");
                record.put("droppedRecords", droppedRecords).put("droppedBytes", droppedBytes);
                events.add(event("platform.logsDropped", record));
                droppedRecords = 0;
                droppedBytes = 0;
            }
            var some = new ArrayList<String>();
            while (!events.isEmpty() && some.size() < subscription.mostItems()) {
                some.add(events.removeFirst());
            }
            bytes = events.stream().mapToLong(each -> each.length()).sum();
            since = System.nanoTime();
            var text =
                    subscription.isTcp()
                            ? String.join("\n", some) + "\n"
                            : "[" + String.join(",", some) + "]";
            return new Batch(
                    subscription.uri(),
                    subscription.isTcp(),
                    text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final List<Waiting> subscribers = new ArrayList<>();
    private final Deque<Event> before = new ArrayDeque<>();
    private boolean isOpen = true;
    private boolean isClosed;
    private boolean isHurried;
    private boolean isDelivered;

    /// Something that the platform has to tell.
    void platform(String type, Consumer<ObjectNode> filling) {
        if (isWanted()) {
            var record = JSON.createObjectNode();
            filling.accept(record);
            add(new Event(Kind.PLATFORM, event(type, record)));
        }
    }

    /// A line of the function or of an extension.
    void line(Kind kind, String message, boolean isJson) {
        if (isWanted()) {
            add(new Event(kind, event(kind.word(), record(message.stripTrailing(), isJson))));
        }
    }

    private static JsonNode record(String message, boolean isJson) {
        if (isJson && message.startsWith("{")) {
            try {
                return JSON.readTree(message);
            } catch (tools.jackson.core.JacksonException plain) {
                return JSON.getNodeFactory().stringNode(message);
            }
        }
        return JSON.getNodeFactory().stringNode(message);
    }

    private static String event(String type, JsonNode record) {
        var event = JSON.createObjectNode();
        event.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("type", type);
        event.set("record", record);
        return event.toString();
    }

    private synchronized boolean isWanted() {
        return !isClosed && (isOpen || !subscribers.isEmpty());
    }

    private synchronized void add(Event event) {
        if (isOpen && before.size() < MOST_BEFORE) {
            before.add(event);
        }
        subscribers.stream()
                .filter(each -> each.subscription.kinds().contains(event.kind()))
                .forEach(each -> each.add(event.json()));
        notifyAll();
    }

    /// From now on one extension is told; of what was before, too. A second subscription of it
    /// takes the place of the first.
    ///
    /// @return whether the time for that is not over
    synchronized boolean subscribe(Subscription wanted) {
        if (!isOpen) {
            return false;
        }
        subscribers.removeIf(each -> each.subscription.extension().equals(wanted.extension()));
        var waiting = new Waiting(wanted);
        before.stream()
                .filter(event -> wanted.kinds().contains(event.kind()))
                .forEach(event -> waiting.add(event.json()));
        subscribers.add(waiting);
        notifyAll();
        return true;
    }

    /// The init is over: nobody subscribes any more.
    synchronized void closeSubscriptions() {
        isOpen = false;
        before.clear();
    }

    /// Sends what waits, without more waiting.
    synchronized void hurry() {
        isHurried = true;
        notifyAll();
    }

    /// The next batch, once it is time for one; nothing when the environment has ended.
    synchronized Optional<Batch> take() throws InterruptedException {
        while (!isClosed) {
            var next = subscribers.stream().min(java.util.Comparator.comparingLong(Waiting::due));
            long due = next.map(Waiting::due).orElse(Long.MAX_VALUE);
            if (next.isPresent() && due != Long.MAX_VALUE && (due <= 0 || isHurried)) {
                return Optional.of(next.get().take());
            }
            if (due == Long.MAX_VALUE) {
                wait();
            } else {
                wait(Math.max(1, due / 1_000_000));
            }
        }
        return Optional.empty();
    }

    /// Whether nobody has begun to deliver yet.
    synchronized boolean isFirst() {
        boolean was = !isDelivered;
        isDelivered = true;
        return was;
    }

    /// Begins anew, with nobody listening: the environment's processes are started again.
    synchronized void reset() {
        subscribers.clear();
        isOpen = true;
        isHurried = false;
    }

    /// Ends it.
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
