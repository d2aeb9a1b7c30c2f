package groundschool.terminal.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One run of a script: what it has used of its limits, and whether somebody has stopped it.
///
/// Another thread may cancel it at any time.
public final class Run {

    /// Ends the run; the message says why.
    public static final class Stopped extends RuntimeException {
        private final int exitCode;

        Stopped(String why, int exitCode) {
            super(why, null, false, false);
            this.exitCode = exitCode;
        }

        /// As a shell gives it: 130 when interrupted, 124 when out of time.
        public int exitCode() {
            return exitCode;
        }
    }

    private final Limits limits;
    private final long beganNanoseconds = System.nanoTime();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private int commands;
    private long written;

    public Run(Limits limits) {
        this.limits = limits;
    }

    /// Stops the run at its next step.
    public void cancel() {
        cancelled.countDown();
    }

    /// Throws if the run has been cancelled or is out of time.
    public void check() {
        if (cancelled.getCount() == 0) {
            throw new Stopped("stopped", 130);
        }
        if (left().isNegative()) {
            throw new Stopped(
                    "stopped after %d seconds: a run takes no longer here"
                            .formatted(limits.time().toSeconds()),
                    124);
        }
    }

    /// How long the run may still take.
    public Duration left() {
        return limits.time().minusNanos(System.nanoTime() - beganNanoseconds);
    }

    /// Waits in real time, no longer than the run may take.
    public void pause(Duration duration) {
        check();
        var wait = left().compareTo(duration) < 0 ? left() : duration;
        try {
            if (cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Stopped("stopped", 130);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped("stopped", 130);
        }
        check();
    }

    void command() {
        check();
        commands++;
        if (commands > limits.commands()) {
            throw new Stopped(
                    "stopped after %d commands: a run has no more here"
                            .formatted(limits.commands()),
                    1);
        }
    }

    /// @return `text`, or as much of it as may still be written
    String admit(String text) {
        var left = limits.outputCharacters() - written;
        written += text.length();
        return text.length() <= left ? text : text.substring(0, (int) Math.max(0, left));
    }

    void checkOutput() {
        if (written > limits.outputCharacters()) {
            throw new Stopped(
                    "stopped after %d characters of output: a run writes no more here"
                            .formatted(limits.outputCharacters()),
                    1);
        }
    }
}
