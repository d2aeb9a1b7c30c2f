package groundschool.lab;

import groundschool.emulator.sandbox.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after a ledger for those who follow: when calls come, and nothing for a moment after,
/// something is done.
///
/// While nobody follows it does nothing.
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Ledger ledger;
    private final Runnable work;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private Optional<Ledger.Subscription> subscription = Optional.empty();

    /// @param work is done in a thread of its own
    Watch(Ledger ledger, Runnable work) {
        this.ledger = ledger;
        this.work = work;
    }

    synchronized Ledger.Subscription add(Runnable listener) {
        if (listeners.isEmpty()) {
            subscription = Optional.of(ledger.follow(_ -> soon()));
        }
        listeners.add(listener);
        return () -> remove(listener);
    }

    /// Tells all who follow that there may be something new.
    void tell() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failure) {
                LOG.warn("A follower of a lab failed: {}", failure.getMessage());
            }
        }
    }

    @Override
    public synchronized void close() {
        listeners.clear();
        subscription.ifPresent(Ledger.Subscription::close);
        subscription = Optional.empty();
    }

    private synchronized void remove(Runnable listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            close();
        }
    }

    private void soon() {
        if (waiting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("lab-checks").start(this::doIt);
        }
    }

    private void doIt() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException _) {
            return;
        } finally {
            waiting.set(false);
        }
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("The checks of a lab could not be asked", failure);
        }
    }
}
