package groundschool.emulator.lambda.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What an environment logs: hands it to whom the present invocation belongs to, and keeps the end
/// of it.
///
/// A flood is cut off, so that one function cannot fill the memory of all: unlike AWS, where it
/// costs money instead.
final class RunLog {

    private static final int TAIL_BYTES = 4 * 1024;
    private static final long LIMIT_BYTES = 8L * 1024 * 1024;

    /// What is logged while no invocation runs waits for the next one, up to so much.
    private static final int WAITING_LINES = 1_000;

    private final String stream;
    private final Telemetry telemetry;
    private final boolean isJson;
    private final Deque<LogLine> waiting = new ArrayDeque<>();
    private Consumer<LogLine> taker = _ -> {};
    private Consumer<LogLine> last = _ -> {};
    private boolean isTaken;
    private byte[] tail = new byte[0];
    private long rest = LIMIT_BYTES;

    /// @param isJson whether the function logs JSON
    RunLog(String stream, Telemetry telemetry, boolean isJson) {
        this.stream = stream;
        this.telemetry = telemetry;
        this.isJson = isJson;
    }

    /// Begins to hand lines to an invocation's log.
    synchronized void begin(Consumer<LogLine> log) {
        taker = log;
        last = log;
        isTaken = true;
        tail = new byte[0];
        rest = LIMIT_BYTES;
        while (!waiting.isEmpty()) {
            give(waiting.removeFirst());
        }
    }

    /// From here the tail counts.
    synchronized void mark() {
        tail = new byte[0];
    }

    /// Ends an invocation.
    ///
    /// @return the last 4 KB since the mark
    synchronized String end() {
        isTaken = false;
        taker = _ -> {};
        int from = Math.max(0, tail.length - TAIL_BYTES);
        return new String(tail, from, tail.length - from, StandardCharsets.UTF_8);
    }

    /// A line of the platform's own, which no limit holds back.
    synchronized void platform(String message) {
        give(new LogLine(stream, Instant.now(), message));
    }

    /// A line of the function's.
    void function(String message) {
        telemetry.line(Telemetry.Kind.FUNCTION, message, isJson);
        write(message);
    }

    /// A line of an extension's.
    void extension(String message) {
        telemetry.line(Telemetry.Kind.EXTENSION, message, isJson);
        write(message);
    }

    private synchronized void write(String message) {
        if (rest < 0) {
            return;
        }
        rest -= message.length();
        if (rest < 0) {
            give(
                    new LogLine(
                            stream,
                            Instant.now(),
                            "The emulator drops what this invocation logs from here on: it is more than 8 MB.\n"));
            return;
        }
        var line = new LogLine(stream, Instant.now(), message);
        if (isTaken) {
            give(line);
        } else if (waiting.size() < WAITING_LINES) {
            waiting.addLast(line);
        }
    }

    /// The environment has ended: what was logged since its last invocation goes where that was
    /// logged.
    synchronized void close() {
        if (isTaken || waiting.isEmpty()) {
            return;
        }
        while (!waiting.isEmpty()) {
            last.accept(waiting.removeFirst());
        }
        if (last instanceof LogTaker batches) {
            batches.flush();
        }
    }

    private void give(LogLine line) {
        var bytes = line.message().getBytes(StandardCharsets.UTF_8);
        int keep = Math.min(tail.length, TAIL_BYTES);
        var joined = new byte[keep + bytes.length];
        System.arraycopy(tail, tail.length - keep, joined, 0, keep);
        System.arraycopy(bytes, 0, joined, keep, bytes.length);
        tail = joined.length <= 4 * TAIL_BYTES ? joined : end(joined);
        taker.accept(line);
    }

    private static byte[] end(byte[] bytes) {
        return java.util.Arrays.copyOfRange(bytes, bytes.length - TAIL_BYTES, bytes.length);
    }
}
