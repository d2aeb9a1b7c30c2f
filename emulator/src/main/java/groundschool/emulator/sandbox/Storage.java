package groundschool.emulator.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
    private final Journal journal;
    private volatile Runnable afterCommit = () -> {};

    /// What is to be done once the transition under way is durable; guarded by the lock.
    private final List<Runnable> promised = new ArrayList<>();

    /// Taken while the log is compacted.
    private final Semaphore compacting = new Semaphore(1);

    /// What the last finished transition left; absent while it is only on disk.
    private volatile Optional<State> state;

    /// What the transition under way has made of it; guarded by the lock.
    private Optional<State> next = Optional.empty();

    /// What it was in the last moments, if that is kept; guarded by the lock.
    private Optional<Past> past = Optional.empty();

    private Storage(Journal journal, Optional<State> state) {
        this.journal = journal;
        this.state = state;
    }

    /// An empty storage without a log.
    public static Storage inMemory() {
        return inMemory(State.EMPTY);
    }

    /// The storage whose log is that file, which need not be there yet. It is read when first
    /// needed.
    public static Storage at(Path log, Durability durability) {
        return new Storage(new DiskJournal(log, durability), Optional.empty());
    }

    private static Storage inMemory(State state) {
        return new Storage(new Journal.None(), Optional.of(state));
    }

    /// The map of that name, made when first asked for. The name says whose it is:
    /// `dynamodb/eu-west-1/tables`.
    ///
    /// @param format also used by threads that compact the log
    public <V> StoredMap<V> map(String name, Format<V> format) {
        var key = Key.of(name);
        formats.put(key, format);
        return new StoredMap<>(this, key, format);
    }

    /// Drops the map of that name with all that is in it, as part of the current transition.
    ///
    /// @throws IllegalStateException outside of a transition
    public void drop(String name) {
        var map = Key.of(name);
        change(state -> state.drop(map));
        journal.changes().drop(map);
    }

    /// Gives a map another name too, in the place of what has it. What is then written to either
    /// does not show in the other. It costs next to nothing, however much is in the map.
    ///
    /// @param format of the values of both
    /// @throws IllegalStateException outside of a transition
    public void copy(String from, String to, Format<?> format) {
        var source = Key.of(from);
        var target = Key.of(to);
        formats.put(source, format);
        formats.put(target, format);
        change(state -> state.copy(source, target));
        journal.changes().copy(source, target);
    }

    /// Runs `body` alone in this storage and makes durable all that it wrote, before this returns.
    ///
    /// Within another transition of the same thread it is part of that: durable with it; but if
    /// `body` throws, what `body` wrote is taken back at once.
    ///
    /// @throws StorageException if the record cannot be written; then nothing is changed
    public <R> R transition(Supplier<R> body) {
        boolean changed;
        R result;
        var due = List.<Runnable>of();
        lock.lock();
        try {
            var before = next;
            int promises = promised.size();
            int end = journal.changes().end();
            try {
                next = Optional.of(before.orElseGet(this::load));
                result = body.get();
                changed = before.isEmpty() && commit();
                if (before.isEmpty() && !promised.isEmpty()) {
                    due = List.copyOf(promised);
                    promised.clear();
                }
            } catch (Throwable failure) {
                promised.subList(promises, promised.size()).clear();
                next = before;
                journal.changes().truncate(end);
                throw failure;
            }
        } finally {
            lock.unlock();
        }
        if (changed) {
            afterCommit.run();
        }
        due.forEach(Runnable::run);
        return result;
    }

    /// Has something done once the transition under way is durable and no lock is held: never, if
    /// it fails.
    public void afterThisCommit(Runnable work) {
        if (!isInTransition()) {
            throw new IllegalStateException("There is no transition to wait for.");
        }
        promised.add(work);
    }

    /// Has something done after each transition that changed something, when it is durable and no
    /// lock is held. It takes the place of what was to be done before.
    public void afterEachCommit(Runnable work) {
        afterCommit = work;
    }

    /// Runs `body` as a transition that has no result.
    public void transition(Runnable body) {
        transition(() -> {
            body.run();
            return true;
        });
    }

    /// Whether this thread is in a transition of this storage.
    public boolean isInTransition() {
        return lock.isHeldByCurrentThread();
    }

    /// Holds on to the maps as they are, until the checkpoint is released. Durable.
    public Checkpoint checkpoint() {
        return transition(() -> {
            long number = state().lastCheckpoint() + 1;
            change(state -> state.checkpoint(number));
            journal.changes().checkpoint(number);
            return new Checkpoint(number);
        });
    }

    /// Lets go of a checkpoint, if it is still held.
    public void release(Checkpoint checkpoint) {
        transition(() -> {
            change(state -> state.release(checkpoint.number()));
            journal.changes().release(checkpoint.number());
        });
    }

    /// Brings all maps back to what they were at the checkpoint, as one durable transition. A
    /// checkpoint made just before can undo it.
    ///
    /// @throws NoSuchElementException if the checkpoint has been released
    void rewind(Checkpoint checkpoint) {
        transition(() -> {
            change(state -> state.rewind(checkpoint.number()));
            journal.changes().rewind(checkpoint.number());
        });
    }

    /// Keeps what it was in the last moments, from now on, in memory only.
    ///
    /// @param kept how long; zero ends it
    /// @param seed of what `moment` draws
    void keepPast(Duration kept, long seed, InstantSource clock) {
        lock.lock();
        try {
            past = kept.isZero() ? Optional.empty() : Optional.of(new Past(kept, seed, clock));
        } finally {
            lock.unlock();
        }
    }

    /// What a read may see that may be stale: the maps as they were at a moment that is drawn from
    /// those that are kept. Absent if nothing has changed since, or nothing is kept.
    ///
    /// @throws IllegalStateException outside of a transition
    public Optional<Moment> moment() {
        if (!isInTransition()) {
            throw new IllegalStateException("A moment needs a transition.");
        }
        return past.flatMap(Past::someState).map(Moment::new);
    }

    /// All that it holds now, for those who keep something made of it for a while: as long as they
    /// do, nothing of that is forgotten.
    public Snapshot snapshot() {
        return new Snapshot(state());
    }

    /// The keys that a map has, and had at each checkpoint that is held.
    Set<Key> keysEver(String map) {
        return state().keysEver(Key.of(map));
    }

    /// Whether a map has a key in that range, or had one at a checkpoint that is held.
    boolean everHas(String map, Key from, Key to) {
        return state().everHas(Key.of(map), from, to);
    }

    /// A copy of the state as it is, in memory only. What is done to it leaves no trace here.
    Storage fork() {
        var fork = inMemory(new State(state().maps(), Tree.empty(), 0));
        fork.formats.putAll(formats);
        return fork;
    }

    /// Whether the state is in memory.
    boolean isAwake() {
        return state.isPresent();
    }

    /// Lets the state leave memory, if it is on disk and nobody is at work; the next read or
    /// transition brings it back.
    ///
    /// @param before is run in the moment before, alone, and may refuse
    /// @return whether it did leave
    boolean sleep(Supplier<Boolean> before) {
        if (isInTransition() || !lock.tryLock()) {
            return false;
        }
        try {
            if (state.isEmpty() || !journal.canClose() || !before.get()) {
                return false;
            }
            journal.close();
            state = Optional.empty();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Closes the log, once nothing is at work on it. A storage is not used after.
    ///
    /// @throws IllegalStateException within a transition
    @Override
    public void close() {
        if (isInTransition()) {
            throw new IllegalStateException("A storage is not closed within a transition.");
        }
        lock.lock();
        try {
            journal.closeForGood();
            state = Optional.empty();
        } finally {
            lock.unlock();
        }
        compacting.acquireUninterruptibly();
        compacting.release();
    }

    /// What a read sees now.
    State state() {
        var seen = isInTransition() && next.isPresent() ? next : state;
        return seen.isPresent() ? seen.get() : transition(this::state);
    }

    <V> void put(Key map, Key key, V value, Format<V> format) {
        if (format.staysPacked()) {
            var bytes = format.write(value);
            change(state -> state.put(map, key, bytes));
            journal.put(map, key, bytes);
        } else {
            change(state -> state.put(map, key, value));
            journal.put(map, key, value, format);
        }
    }

    void remove(Key map, Key key) {
        change(state -> state.remove(map, key));
        journal.changes().remove(map, key);
    }

    private void change(UnaryOperator<State> change) {
        if (!isInTransition() || next.isEmpty()) {
            throw new IllegalStateException("Writes need a transition.");
        }
        next = next.map(change);
    }

    /// @return whether anything was changed
    private boolean commit() {
        var before = load();
        if (next.orElseThrow() == before) {
            // What was written was there already, such as that something is not there.
            journal.changes().clear();
            next = Optional.empty();
            return false;
        }
        journal.write();
        if (past.isPresent()) {
            past.get().note(before);
        }
        state = next;
        next = Optional.empty();
        journal.compact(load(), formats).ifPresent(this::begin);
        return true;
    }

    private void begin(Compaction compaction) {
        compacting.acquireUninterruptibly();
        Thread.ofPlatform().daemon().name("compaction").start(() -> finish(compaction));
    }

    private void finish(Compaction compaction) {
        try {
            compaction.write();
            lock.lock();
            try {
                journal.finish(compaction);
            } finally {
                lock.unlock();
            }
        } finally {
            compacting.release();
        }
    }

    private State load() {
        if (state.isEmpty()) {
            state = Optional.of(journal.open());
        }
        return state.get();
    }

    /// Where a storage can be brought back to.
    ///
    /// @param number counts the checkpoints of one storage from 1
    public record Checkpoint(long number) {}
}
