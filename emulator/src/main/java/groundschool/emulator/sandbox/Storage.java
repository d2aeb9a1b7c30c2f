package groundschool.emulator.sandbox;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The state of one sandbox: a handful of ordered maps in memory, and a log of what changed them.
///
/// A transition collects its writes; they are written as one record first and applied to the maps
/// after. If it throws, or the record cannot be written, nothing is changed. So whoever keeps state
/// keeps all of it in these maps: what lies in a field of its own would not be taken back.
///
/// Reads outside of a transition take no lock and see what the last finished transition left.
public final class Storage implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Format<?>> formats = new ConcurrentHashMap<>();
    private volatile State state;

    /// What the transition under way has made of the state; guarded by the lock.
    private Optional<State> next = Optional.empty();

    private Storage(State state) {
        this.state = state;
    }

    /// An empty storage without a log.
    public static Storage inMemory() {
        return new Storage(State.EMPTY);
    }

    /// The map of that name, made when first asked for. The name says whose it is:
    /// `dynamodb/eu-west-1/tables`.
    public <V> StoredMap<V> map(String name, Format<V> format) {
        var key = Key.of(name);
        formats.put(key, format);
        return new StoredMap<>(this, key, format);
    }

    /// Drops the map of that name with all that is in it, as part of the current transition.
    ///
    /// @throws IllegalStateException outside of a transition
    public void drop(String name) {
        next = Optional.of(next().drop(Key.of(name)));
    }

    /// Runs `body` alone in this storage and makes durable all that it wrote, before this returns.
    ///
    /// Within another transition of the same thread it is part of that: durable with it; but if
    /// `body` throws, what `body` wrote is taken back at once.
    ///
    /// @throws StorageException if the record cannot be written; then nothing is changed
    public <R> R transition(Supplier<R> body) {
        lock.lock();
        var before = next;
        try {
            next = Optional.of(before.orElse(state));
            var result = body.get();
            if (before.isEmpty()) {
                state = next();
                next = Optional.empty();
            }
            return result;
        } catch (Throwable failure) {
            next = before;
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    /// Runs `body` as a transition that has no result.
    public void transition(Runnable body) {
        transition(() -> {
            body.run();
            return true;
        });
    }

    /// Holds on to the maps as they are, until the checkpoint is released. Durable.
    public Checkpoint checkpoint() {
        return transition(() -> {
            long number = next().lastCheckpoint() + 1;
            next = Optional.of(next().checkpoint(number));
            return new Checkpoint(number);
        });
    }

    /// Lets go of a checkpoint, if it is still held.
    public void release(Checkpoint checkpoint) {
        transition(() -> next = Optional.of(next().release(checkpoint.number())));
    }

    /// Brings all maps back to what they were at the checkpoint, as one durable transition. A
    /// checkpoint made just before it can undo it.
    ///
    /// @throws NoSuchElementException if the checkpoint has been released
    void rewind(Checkpoint checkpoint) {
        transition(() -> next = Optional.of(next().rewind(checkpoint.number())));
    }

    /// A copy of the state as it is, in memory only. What is done to it leaves no trace here.
    Storage fork() {
        var fork = new Storage(new State(state().maps(), Tree.empty(), 0));
        fork.formats.putAll(formats);
        return fork;
    }

    @Override
    public void close() {}

    /// Whether this thread is in a transition of this storage.
    boolean isInTransition() {
        return lock.isHeldByCurrentThread();
    }

    /// What a read sees now.
    State state() {
        return lock.isHeldByCurrentThread() ? next.orElse(state) : state;
    }

    <V> void put(Key map, Key key, V value, Format<V> format) {
        next = Optional.of(next().put(map, key, value));
    }

    void remove(Key map, Key key) {
        next = Optional.of(next().remove(map, key));
    }

    private State next() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("Writes need a transition.");
        }
        return next.orElseThrow(() -> new IllegalStateException("Writes need a transition."));
    }

    /// Where a storage can be brought back to.
    ///
    /// @param number counts the checkpoints of one storage from 1
    public record Checkpoint(long number) {}
}
