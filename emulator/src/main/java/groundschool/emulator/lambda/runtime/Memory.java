package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The memory that an environment's processes hold, and may hold.
final class Memory {

    private static final Duration MEASURED = Duration.ofMillis(100);

    private final int mostMegabytes;
    private volatile int peakMegabytes;
    private volatile boolean isExceeded;
    private Instant measuredAt = Instant.EPOCH;

    Memory(int mostMegabytes) {
        this.mostMegabytes = mostMegabytes;
    }

    /// Whether its processes were ended for holding too much.
    boolean isExceeded() {
        return isExceeded;
    }

    /// New processes begin.
    void begin() {
        isExceeded = false;
    }

    /// Ends processes that hold more than they may.
    void watch(Started running) {
        int megabytes = running.tree().residentMegabytes();
        peakMegabytes = Math.max(peakMegabytes, megabytes);
        if (megabytes > mostMegabytes && !isExceeded) {
            isExceeded = true;
            running.tree().kill();
        }
    }

    /// The most that was seen.
    int seen() {
        return isExceeded ? mostMegabytes : peakMegabytes;
    }

    /// Measuring takes longer than a short invocation does: invocations that follow each other
    /// closely share one.
    int peak(Optional<Started> started) {
        var now = Instant.now();
        if (measuredAt.plus(MEASURED).isBefore(now)) {
            measuredAt = now;
            started.ifPresent(running ->
                    peakMegabytes = Math.max(peakMegabytes, running.tree().peakMegabytes()));
        }
        return peakMegabytes;
    }
}
