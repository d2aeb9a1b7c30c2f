package groundschool.emulator.lambda.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a runtime writes to its standard output and error: one event of the log for each line.
///
/// Our bootstraps write a carriage return for a line break within one event, as AWS's do, and mark
/// the end of the init and of each invocation, so that nothing that was written before its answer
/// is logged after its REPORT line.
final class Output {

    private static final Logger LOG = LoggerFactory.getLogger(Output.class);

    /// The longest event that CloudWatch Logs takes, without its overhead.
    private static final int LINE_BYTES = 256 * 1024 - 26;

    private static final byte MARK = 0;

    /// A runtime that marks nothing has written all once nothing came for so long.
    private static final Duration QUIET = Duration.ofMillis(2);

    private final InputStream in;
    private final Consumer<String> lines;
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong marks = new AtomicLong();
    private final Thread reader;

    /// @param lines takes each with its line break
    Output(InputStream in, Consumer<String> lines) {
        this.in = in;
        this.lines = lines;
        this.reader =
                // Reading a pipe would hold one of the few threads that carry virtual ones.
                Thread.ofPlatform().daemon().name("environment output").start(this::read);
    }

    /// How many invocations the runtime said that it has ended.
    long marks() {
        return marks.get();
    }

    /// Waits until what was written so far is logged.
    ///
    /// @param marksBefore what [#marks] was when the invocation began
    /// @param isMarked whether the runtime marks the ends of invocations
    void settle(long marksBefore, boolean isMarked, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (reader.isAlive() && System.nanoTime() < until) {
            if (isMarked) {
                synchronized (marks) {
                    if (marks.get() > marksBefore) {
                        return;
                    }
                    marks.wait(1);
                }
            } else {
                long before = reads.get();
                Thread.sleep(QUIET);
                if (reads.get() == before) {
                    return;
                }
            }
        }
    }

    /// Waits until all is read of a runtime that has ended.
    void finish(Duration most) throws InterruptedException {
        reader.join(most);
    }

    private void read() {
        var buffer = new byte[16 * 1024];
        var line = new ByteArrayOutputStream();
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                reads.incrementAndGet();
                split(buffer, count, line);
            }
        } catch (IOException e) {
            LOG.debug("an environment's output ended", e);
        }
        if (line.size() > 0) {
            emit(line);
        }
    }

    private void split(byte[] buffer, int count, ByteArrayOutputStream line) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n' || line.size() + (i - from) >= LINE_BYTES) {
                line.write(buffer, from, i - from);
                from = buffer[i] == '\n' ? i + 1 : i;
                emit(line);
            }
        }
        line.write(buffer, from, count - from);
    }

    private void emit(ByteArrayOutputStream line) {
        var bytes = line.toByteArray();
        line.reset();
        int from = 0;
        int to = bytes.length;
        // The mark may follow text that had no line break.
        if (to > 0 && bytes[to - 1] == MARK) {
            to--;
            synchronized (marks) {
                marks.incrementAndGet();
                marks.notifyAll();
            }
            if (to == 0) {
                return;
            }
        }
        var text = new String(bytes, from, to, StandardCharsets.UTF_8);
        lines.accept(text.replace('\r', '\n') + "\n");
    }
}
