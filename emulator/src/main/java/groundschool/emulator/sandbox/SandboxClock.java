package groundschool.emulator.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time that a sandbox's services store, report and expire by. A learner can freeze it, step it
/// and set its speed; how it is set is part of the sandbox's state.
///
/// All due work waits in one queue, which runs in order, one piece at a time, as the clock passes
/// it. The clock of a fork is *paused*: it is frozen, and work runs only in `advance`.
public final class SandboxClock {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxClock.class);
    private static final Key SETTING = Key.of("setting");

    /// It looks again after this long, whatever it waits for.
    private static final Duration MAX_WAIT = Duration.ofHours(1);

    private final Storage storage;
    private final StoredMap<ClockSetting> settings;
    private final InstantSource wall;
    private final Optional<Timer> timer;

    /// Guarded by itself; held only for a moment.
    private final PriorityQueue<Due> queue = new PriorityQueue<>();

    /// Held while due work runs, so that no two pieces run at once.
    private final ReentrantLock running = new ReentrantLock();

    /// Counts what may change when the next work is due.
    private final AtomicLong changes = new AtomicLong();

    /// How many pieces of long work are being done in threads of their own.
    private final AtomicInteger underWay = new AtomicInteger();

    /// Who advances it; changed only while `running` is held.
    private volatile @Nullable Thread advancing;

    private Optional<Timer.Wake> wake = Optional.empty();

    /// A clock that runs due work by itself.
    SandboxClock(Storage storage, InstantSource wall, Timer timer) {
        this(storage, wall, Optional.of(timer));
    }

    private SandboxClock(Storage storage, InstantSource wall, Optional<Timer> timer) {
        this.storage = storage;
        this.settings = storage.map("clock", new ClockSetting.Stored());
        this.wall = wall;
        this.timer = timer;
    }

    /// A clock that stands still and does due work only when it is advanced.
    static SandboxClock paused(Storage storage, InstantSource wall) {
        var clock = new SandboxClock(storage, wall, Optional.empty());
        clock.freeze();
        return clock;
    }

    public Instant now() {
        var at = wall.instant();
        return setting().map(setting -> setting.at(at)).orElse(at);
    }

    /// What the wall clock would show if it had gone on since `then` as this clock has. By it ends
    /// what a client has dated itself, such as a link, since clients know the wall clock's time
    /// only.
    public Instant nowFor(Instant then) {
        var at = wall.instant();
        return setting()
                .map(setting -> then.plus(Duration.between(setting.at(then), setting.at(at))))
                .orElse(at);
    }

    /// How much faster than the wall clock it runs; 0 if it is frozen.
    public double speed() {
        return setting().map(ClockSetting::speed).orElse(1.0);
    }

    /// Stops the clock where it is.
    public void freeze() {
        set(now -> new ClockSetting(now.wall(), now.sandbox(), 0, now.before()));
    }

    /// Lets the clock run at `factor` times the wall clock's speed.
    ///
    /// @param factor above 0
    public void run(double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A clock's speed is above 0: " + factor);
        }
        set(now -> new ClockSetting(now.wall(), now.sandbox(), factor, now.before()));
    }

    /// Moves the clock on and does, in order, all that becomes due on the way, and waits for it.
    ///
    /// Not within a transition, since the work has transitions of its own.
    ///
    /// @param duration zero or more
    /// @throws IllegalStateException within a transition
    public void advance(Duration duration) {
        if (storage.isInTransition()) {
            throw new IllegalStateException("A clock is not advanced within a transition.");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A clock goes forward only: " + duration);
        }
        running.lock();
        try {
            advancing = Thread.currentThread();
            var target = now().plus(duration);
            var before = setting();
            for (var due = poll(target); due.isPresent(); due = poll(target)) {
                stepTo(due.get().at, before);
                due.get().run();
            }
            stepTo(target, before);
        } finally {
            advancing = null;
            running.unlock();
        }
    }

    /// Moves the clock on, and waits for nothing: what becomes due on the way is done by itself.
    /// What runs on the clock may call this.
    ///
    /// @param duration zero or more
    public void pass(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A clock goes forward only: " + duration);
        }
        stepTo(now().plus(duration), setting());
    }

    /// Has `work` done when the clock reaches `due`, in a thread of its own: at once if it has. Not
    /// durable: a service that opens schedules again what its state says is due.
    public void schedule(Instant due, Runnable work) {
        synchronized (queue) {
            queue.add(new Due(due, changes.incrementAndGet(), work));
        }
        arm();
    }

    /// The same for work that takes long, such as a function that runs: other work does not wait
    /// for it, unless the clock is advanced.
    public void scheduleLong(Instant due, Runnable work) {
        schedule(
                due,
                () -> {
                    if (advancing == Thread.currentThread()) {
                        work.run();
                        return;
                    }
                    underWay.incrementAndGet();
                    Thread.ofVirtual()
                            .name("due-work")
                            .start(() -> {
                                try {
                                    work.run();
                                } finally {
                                    underWay.decrementAndGet();
                                }
                            });
                });
    }

    /// Whether all that is due has been done, and nothing of it is under way.
    public boolean isAtRest() {
        running.lock();
        try {
            var now = now();
            synchronized (queue) {
                var first = Optional.ofNullable(queue.peek());
                return underWay.get() == 0 && first.filter(due -> !due.at.isAfter(now)).isEmpty();
            }
        } finally {
            running.unlock();
        }
    }

    /// Whether work waits for its time.
    boolean hasWaitingWork() {
        synchronized (queue) {
            return !queue.isEmpty();
        }
    }

    /// Drops all work that waits, since the state that wanted it has gone.
    void forget() {
        synchronized (queue) {
            queue.clear();
            changes.incrementAndGet();
        }
        arm();
    }

    private Optional<ClockSetting> setting() {
        return settings.get(SETTING);
    }

    /// @param before what it was set to before it was advanced: one advance is one step
    private void stepTo(Instant instant, Optional<ClockSetting> before) {
        if (instant.isAfter(now())) {
            set(now ->
                    new ClockSetting(
                            now.wall(), instant, now.speed(), before.or(() -> now.before())));
        }
    }

    private void set(UnaryOperator<ClockSetting> change) {
        storage.transition(() -> {
            var at = wall.instant();
            var now =
                    setting()
                            .map(s -> new ClockSetting(at, s.at(at), s.speed(), Optional.of(s)))
                            .orElse(
                                    new ClockSetting(
                                            at,
                                            at,
                                            1,
                                            Optional.of(
                                                    new ClockSetting(
                                                            at, at, 1, Optional.empty()))));
            settings.put(SETTING, change.apply(now));
        });
        changes.incrementAndGet();
        arm();
    }

    private Optional<Due> poll(Instant until) {
        synchronized (queue) {
            var first = Optional.ofNullable(queue.peek()).filter(due -> !due.at.isAfter(until));
            first.ifPresent(queue::remove);
            return first;
        }
    }

    /// Sets the timer for the first piece of work, if there is one and the clock runs.
    ///
    /// Looks at the time without holding the queue, since that may open a storage, which others
    /// hold while they schedule; if something has changed meanwhile, it looks again.
    private void arm() {
        timer.ifPresent(timer -> {
            long seen;
            do {
                seen = changes.get();
            } while (!set(timer, delay(), seen));
        });
    }

    private boolean set(Timer timer, Optional<Duration> delay, long seen) {
        synchronized (queue) {
            if (changes.get() != seen) {
                return false;
            }
            wake.ifPresent(Timer.Wake::cancel);
            wake = delay.map(wait -> timer.in(wait, this::runDue));
            return true;
        }
    }

    /// How long it is, on the wall clock, until work becomes due; absent if none will by itself.
    private Optional<Duration> delay() {
        Optional<Instant> first;
        synchronized (queue) {
            first = Optional.ofNullable(queue.peek()).map(Due::at);
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var wait = Duration.between(now(), first.get());
        if (!wait.isPositive()) {
            return Optional.of(Duration.ZERO);
        }
        double speed = speed();
        return speed == 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis(
                                (long) Math.min(wait.toMillis() / speed + 1, MAX_WAIT.toMillis())));
    }

    private void runDue() {
        running.lock();
        try {
            for (var due = poll(now()); due.isPresent(); due = poll(now())) {
                due.get().run();
            }
        } finally {
            running.unlock();
        }
        arm();
    }

    /// @param number which of two that are due at once was scheduled first
    private record Due(Instant at, long number, Runnable work) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int order = at.compareTo(other.at);
            return order == 0 ? Long.compare(number, other.number) : order;
        }

        void run() {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("Work that was due at {} failed", at, failure);
            }
        }
    }
}
