package groundschool.emulator.sandbox;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Blobs that somebody has said not to need: each is deleted once no state names it, no checkpoint
/// and no fork, and nobody reads it. What is left over when the process ends, the next start sweeps
/// away.
final class Rubbish {

    private final Storage storage;
    private final Consumer<String> delete;
    private final List<WeakReference<Storage>> forks = new CopyOnWriteArrayList<>();

    /// Guarded by itself.
    private final Set<String> names = new LinkedHashSet<>();

    /// How many read a blob; guarded by itself.
    private final Map<String, Integer> pins = new HashMap<>();

    private final AtomicBoolean isAtWork = new AtomicBoolean();

    Rubbish(Storage storage, Consumer<String> delete) {
        this.storage = storage;
        this.delete = delete;
    }

    void isUsedBy(Storage fork) {
        forks.removeIf(each -> each.get() == null);
        forks.add(new WeakReference<>(fork));
    }

    /// Has a blob looked at soon: the transition that discards it may still fail.
    void add(String name) {
        synchronized (names) {
            names.add(name);
        }
        collect();
    }

    Blobs.Pin pin(List<String> pinned) {
        synchronized (pins) {
            pinned.forEach(name -> pins.merge(name, 1, Integer::sum));
        }
        var isOpen = new AtomicBoolean(true);
        return () -> {
            if (isOpen.getAndSet(false)) {
                unpin(pinned);
            }
        };
    }

    private void unpin(List<String> pinned) {
        synchronized (pins) {
            pinned.forEach(name -> pins.computeIfPresent(name, (_, n) -> n == 1 ? null : n - 1));
        }
        synchronized (names) {
            if (pinned.stream().noneMatch(names::contains)) {
                return;
            }
        }
        collect();
    }

    /// Waits for the transition under way, in a thread of its own.
    private void collect() {
        if (isAtWork.compareAndSet(false, true)) {
            Thread.ofVirtual().name("rubbish").start(this::work);
        }
    }

    private void work() {
        isAtWork.set(false);
        List<String> candidates;
        synchronized (names) {
            candidates = List.copyOf(names);
        }
        try {
            candidates.forEach(this::look);
        } catch (RuntimeException closing) {
            // The next start sweeps.
        }
    }

    /// What no state names nobody comes to name again, so that the file goes after the transition:
    /// on a busy disk that may take a while, and nobody is to wait for it.
    private void look(String name) {
        boolean isRubbish = storage.transition(() -> isRubbish(name));
        if (isRubbish) {
            delete.accept(name);
        }
    }

    private boolean isRubbish(String name) {
        if (isNeeded(storage, name) || forks.stream().anyMatch(fork -> isNeeded(fork, name))) {
            return false;
        }
        synchronized (pins) {
            if (pins.containsKey(name)) {
                return false;
            }
        }
        synchronized (names) {
            return names.remove(name);
        }
    }

    private static boolean isNeeded(WeakReference<Storage> fork, String name) {
        var storage = fork.get();
        return storage != null && isNeeded(storage, name);
    }

    private static boolean isNeeded(Storage storage, String name) {
        return storage.everHas(Blobs.MAP, Key.of(name + " "), Key.of(name + "!"));
    }
}
