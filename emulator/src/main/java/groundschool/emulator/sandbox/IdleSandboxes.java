package groundschool.emulator.sandbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends sandboxes to sleep that nobody has used for a while, or, when many are awake, those that
/// nobody has used for longest.
final class IdleSandboxes {

    /// A learner who reads on for a while finds the sandbox as quick as before; to wake it takes
    /// milliseconds.
    private static final Duration IDLE_AFTER = Duration.ofMinutes(10);

    /// Each has a file open, of which some systems allow 1,024, and 100 kB or so of memory.
    private static final int MAX_AWAKE = 500;

    private static final Duration EVERY = Duration.ofMinutes(1);

    /// So many may wake before it looks whether there are too many.
    private static final int WAKES = 50;

    private final Timer timer;
    private final AtomicBoolean isWaiting = new AtomicBoolean();
    private final AtomicInteger woken = new AtomicInteger();

    IdleSandboxes(Timer timer) {
        this.timer = timer;
    }

    /// Says that one of `all` is about to wake.
    void waking(Collection<Sandbox> all) {
        if (woken.incrementAndGet() % WAKES == 0) {
            sweep(all, IDLE_AFTER, MAX_AWAKE);
        }
        lookLater(all);
    }

    static void sweep(Collection<Sandbox> all, Duration idleAfter, int maxAwake) {
        long now = System.nanoTime();
        var awake =
                all.stream()
                        .filter(Sandbox::isAwake)
                        .map(sandbox -> new Idle(sandbox, now - sandbox.lastUsed()))
                        .sorted(Comparator.comparingLong(Idle::nanoseconds).reversed())
                        .toList();
        int surplus = awake.size() - maxAwake;
        for (var idle : awake) {
            if ((surplus > 0 || idle.nanoseconds > idleAfter.toNanos()) && idle.sandbox.sleep()) {
                surplus--;
            }
        }
    }

    private void lookLater(Collection<Sandbox> all) {
        if (isWaiting.compareAndSet(false, true)) {
            timer.in(
                    EVERY,
                    () -> {
                        isWaiting.set(false);
                        sweep(all, IDLE_AFTER, MAX_AWAKE);
                        if (all.stream().anyMatch(Sandbox::isAwake)) {
                            lookLater(all);
                        }
                    });
        }
    }

    private record Idle(Sandbox sandbox, long nanoseconds) {}
}
