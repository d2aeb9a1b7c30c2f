package groundschool.emulator.sandbox;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Calls back after a while, for the clocks of all sandboxes. It has one thread, and only while
/// something waits; the work itself runs in virtual threads, so that none waits for another's.
final class Timer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("sandbox-timer").factory());

    Timer() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    Wake in(Duration delay, Runnable work) {
        if (executor.isShutdown()) {
            return () -> {};
        }
        var future =
                executor.schedule(
                        () -> Thread.ofVirtual().name("due-work").start(work),
                        delay.toNanos(),
                        TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /// A call that has not come yet, or has.
    interface Wake {

        /// Does nothing if the call has come.
        void cancel();
    }
}
