package groundschool.emulator.sandbox;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An ordered map of a sandbox's state. Reads see what the current transition has written; writes
/// need a transition.
///
/// A stream shows the map as it was when the stream was asked for, whatever is written meanwhile,
/// in this thread or in another. It is the name that counts: all maps of one name in one storage
/// are the same, and one may be kept as long as its storage.
///
/// @param <V> the immutable values
public final class StoredMap<V> {

    private final Storage storage;
    private final Key name;
    private final Format<V> format;
    private final Supplier<State> state;

    StoredMap(Storage storage, Key name, Format<V> format) {
        this(storage, name, format, storage::state);
    }

    private StoredMap(Storage storage, Key name, Format<V> format, Supplier<State> state) {
        this.state = state;
        this.storage = storage;
        this.name = name;
        this.format = format;
    }

    public Optional<V> get(Key key) {
        return entries().get(key).map(held -> Lazy.value(held, format));
    }

    /// Adds or replaces.
    ///
    /// @throws IllegalStateException outside of a transition
    public void put(Key key, V value) {
        storage.put(name, key, value, format);
    }

    /// Removes, if it is there.
    ///
    /// @throws IllegalStateException outside of a transition
    public void remove(Key key) {
        storage.remove(name, key);
    }

    /// This map as it was, to be read only.
    public StoredMap<V> asOf(Moment moment) {
        return new StoredMap<>(storage, name, format, moment::state);
    }

    /// What it holds now, for those who keep something made of it.
    public Snapshot snapshot() {
        return new Snapshot(entries());
    }

    /// The number of entries.
    public int size() {
        return entries().size();
    }

    /// About how much its values are together. Those that have come from the log, and that nobody
    /// has looked at, count as long as their bytes are, and stay unread.
    ///
    /// @param size of a value that was read
    public long roughSize(ToLongFunction<V> size) {
        long sum = 0;
        for (var all = entries().ascending(Optional.empty(), Optional.empty()); all.hasNext(); ) {
            sum += Lazy.roughSize(all.next().getValue(), size);
        }
        return sum;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// All entries in ascending order of keys.
    public Stream<Map.Entry<Key, V>> ascending() {
        return ascending(Optional.empty(), Optional.empty());
    }

    /// The entries whose keys are at least `from` and less than `to`, ascending. An absent bound is
    /// open.
    public Stream<Map.Entry<Key, V>> ascending(Optional<Key> from, Optional<Key> to) {
        return stream(entries().ascending(from, to));
    }

    /// The entries whose keys are at least `from` and less than `to`, descending. An absent bound
    /// is open.
    public Stream<Map.Entry<Key, V>> descending(Optional<Key> from, Optional<Key> to) {
        return stream(entries().descending(from, to));
    }

    /// The entries whose keys are at least `from` and less than `to`, ascending or descending, for
    /// those who stop soon: a stream takes longer to begin than to read a few of them.
    public Iterator<Map.Entry<Key, V>> walk(
            Optional<Key> from, Optional<Key> to, boolean ascending) {
        var entries = ascending ? entries().ascending(from, to) : entries().descending(from, to);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map.Entry<Key, V> next() {
                return read(entries.next());
            }
        };
    }

    private Map.Entry<Key, V> read(Map.Entry<Key, Object> entry) {
        return Map.entry(entry.getKey(), Lazy.value(entry.getValue(), format));
    }

    private Tree<Object> entries() {
        return state.get().map(name);
    }

    private Stream<Map.Entry<Key, V>> stream(Iterator<Map.Entry<Key, Object>> entries) {
        var characteristics = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(entries, characteristics), false)
                .map(this::read);
    }
}
