package groundschool.emulator.logs.tail;

import groundschool.emulator.ChunkStream;
import groundschool.emulator.wire.EventMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One session of Live Tail: what is written from its beginning on, as the events of its stream.
///
/// Unlike AWS, which sends an update each second, one is sent as soon as something was written; an
/// empty one after a second in which nothing was. The session lives on real time, as its connection
/// does, not on the sandbox's clock.
///
/// Source:
/// [StartLiveTail](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html)
public final class LiveTail implements ChunkStream.Source {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NOTHING = new byte[0];
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final long UPDATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// "If the number of log events matching the request exceeds 500 per second, the log events are
    /// sampled down to 500."
    private static final int MOST_A_SECOND = 500;

    /// "CloudWatch Logs buffers up to 10 LiveTailSessionUpdate events or 5000 log events, after
    /// which it starts dropping the oldest events."
    private static final int MOST_WAITING = 5_000;

    private final TailFilter filter;
    private final ObjectNode start;
    private final LiveTails.Tailed tailed;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Instant end = Instant.now().plus(LONGEST);
    private Step step = Step.INITIAL;
    private long second = System.nanoTime();
    private int sentInSecond;
    private volatile boolean isOver;

    private enum Step {
        INITIAL,
        START,
        UPDATES
    }

    private sealed interface Heard {
        record Event(ObjectNode event) implements Heard {}

        record End() implements Heard {}
    }

    /// @param start what the first event says of the session
    public LiveTail(TailFilter filter, ObjectNode start, LiveTails.Tailed tailed) {
        this.filter = filter;
        this.start = start;
        this.tailed = tailed;
    }

    /// Keeps those events that it is about until they are sent.
    void take(Ingestion ingestion) {
        if (!filter.isAbout(ingestion)) {
            return;
        }
        for (var event : ingestion.events()) {
            if (filter.pattern().matches(event.message())) {
                var told = JSON.createObjectNode();
                told.put("logStreamName", ingestion.stream());
                told.put("logGroupIdentifier", ingestion.account() + ":" + ingestion.group());
                told.put("message", event.message());
                told.put("timestamp", event.timestamp());
                told.put("ingestionTime", ingestion.ingestedAt());
                heard.add(new Heard.Event(told));
                if (heard.size() > MOST_WAITING) {
                    heard.poll();
                }
            }
        }
    }

    @Override
    public byte[] next() {
        return switch (step) {
            case INITIAL -> {
                step = Step.START;
                tailed.add(this);
                // By which protocols without paths say that an answer begins.
                yield EventMessage.event(
                        "initial-response",
                        "application/x-amz-json-1.1",
                        "{}".getBytes(StandardCharsets.UTF_8));
            }
            case START -> {
                step = Step.UPDATES;
                yield event("sessionStart", start);
            }
            case UPDATES -> update();
        };
    }

    private static byte[] event(String type, ObjectNode event) {
        return EventMessage.event(type, "application/json", JSON.writeValueAsBytes(event));
    }

    private byte[] update() {
        if (isOver) {
            return NOTHING;
        }
        if (Instant.now().isAfter(end)) {
            isOver = true;
            return EventMessage.exception(
                    "SessionTimeoutException",
                    "application/json",
                    "{\"message\":\"The session has timed out after 3 hours.\"}"
                            .getBytes(StandardCharsets.UTF_8));
        }
        try {
            var first = heard.poll(UPDATE_NANOS, TimeUnit.NANOSECONDS);
            var events = new ArrayList<Heard>();
            if (first != null) {
                events.add(first);
                heard.drainTo(events);
            }
            return isOver ? NOTHING : event("sessionUpdate", update(events));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        }
    }

    private ObjectNode update(List<Heard> events) {
        long now = System.nanoTime();
        if (now - second >= UPDATE_NANOS) {
            second = now;
            sentInSecond = 0;
        }
        int room = Math.min(events.size(), MOST_A_SECOND - sentInSecond);
        sentInSecond += room;
        var update = JSON.createObjectNode();
        update.putObject("sessionMetadata").put("sampled", room < events.size());
        var results = update.putArray("sessionResults");
        for (var each : events.subList(0, room)) {
            if (each instanceof Heard.Event(var event)) {
                results.add(event);
            }
        }
        return update;
    }

    @Override
    public void close() {
        isOver = true;
        tailed.remove(this);
        heard.add(new Heard.End());
    }
}
