package groundschool.emulator.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What the records of a log lead to, as it is read.
///
/// Writes to single keys wait until something is about a map as a whole, or the log is at its end;
/// then all that a map was given goes into its tree at once. To put each into the tree by itself,
/// which makes a new path to it, was four fifths of the time that opening took.
final class Replay implements Consumer<byte[]> {

    private State state = State.EMPTY;

    /// By map.
    private final Map<Key, Writes> waiting = new HashMap<>();

    /// The map that was written to last, which most writes are to again.
    private Key lastMap = Changes.NO_MAP;

    private Writes last = new Writes();

    @Override
    public void accept(byte[] record) {
        Changes.read(record, this);
    }

    /// What all records have led to, which must be asked for once.
    State state() {
        settleAll();
        return state;
    }

    void put(Key map, Key key, byte[] value) {
        of(map).put(key, new Lazy(value));
    }

    void remove(Key map, Key key) {
        of(map).remove(key);
    }

    void drop(Key map) {
        forget(map);
        state = state.drop(map);
    }

    void copy(Key from, Key to) {
        settle(from);
        forget(to);
        state = state.copy(from, to);
    }

    void checkpoint(long number) {
        settleAll();
        state = state.checkpoint(number);
    }

    void release(long number) {
        state = state.release(number);
    }

    void rewind(long number) {
        waiting.clear();
        lastMap = Changes.NO_MAP;
        state = state.rewind(number);
    }

    private Writes of(Key map) {
        if (!map.equals(lastMap)) {
            last = waiting.computeIfAbsent(map, _ -> new Writes());
            lastMap = map;
        }
        return last;
    }

    private void forget(Key map) {
        waiting.remove(map);
        lastMap = Changes.NO_MAP;
    }

    private void settleAll() {
        for (var map : waiting.keySet().toArray(Key[]::new)) {
            settle(map);
        }
    }

    private void settle(Key map) {
        var writes = waiting.get(map);
        if (writes != null) {
            state = state.with(map, writes.onto(state.map(map)));
        }
        forget(map);
    }

    /// What a map was given.
    private static final class Writes {

        /// Those that came in the order of their keys, as in a log that was compacted: most of
        /// them, and they need not be sorted.
        private final List<Key> keys = new ArrayList<>();

        private final List<Object> values = new ArrayList<>();

        /// All that came after the first that did not; absent for what was removed.
        private final TreeMap<Key, Optional<Object>> later = new TreeMap<>();

        void put(Key key, Object value) {
            if (later.isEmpty() && (keys.isEmpty() || keys.getLast().compareTo(key) < 0)) {
                keys.add(key);
                values.add(value);
            } else {
                later.put(key, Optional.of(value));
            }
        }

        void remove(Key key) {
            later.put(key, Optional.empty());
        }

        Tree<Object> onto(Tree<Object> before) {
            return before.put(keys, values).put(later);
        }
    }
}
