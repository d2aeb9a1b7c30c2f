package groundschool.emulator.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An ordered map of a sandbox's state. Reads see what the current transition has written; writes
/// need a transition.
///
/// @param <V> the immutable values
public interface StoredMap<V> {

    Optional<V> get(Key key);

    /// Adds or replaces.
    void put(Key key, V value);

    /// Removes, if it is there.
    void remove(Key key);

    /// The number of entries.
    int size();

    /// All entries in ascending order of keys.
    Stream<Map.Entry<Key, V>> ascending();

    /// The entries whose keys are at least `from` and less than `to`, ascending. An absent bound is
    /// open.
    Stream<Map.Entry<Key, V>> ascending(Optional<Key> from, Optional<Key> to);

    /// The entries whose keys are at least `from` and less than `to`, descending. An absent bound
    /// is open.
    Stream<Map.Entry<Key, V>> descending(Optional<Key> from, Optional<Key> to);
}
