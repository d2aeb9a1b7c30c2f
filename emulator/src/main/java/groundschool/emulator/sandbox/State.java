package groundschool.emulator.sandbox;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// All that a storage knows at one moment: its maps, and what they were at each checkpoint that is
/// still held. What a change gives is another state.
final class State {

    static final State EMPTY = new State(Tree.empty(), Tree.empty(), 0);

    private final Tree<Tree<Object>> maps;
    private final Tree<Tree<Tree<Object>>> checkpoints;
    private final long lastCheckpoint;
    private final FoundMaps found;

    /// @param maps by name; one without entries is not there
    /// @param checkpoints the maps at each checkpoint, by number
    /// @param lastCheckpoint the number of the newest checkpoint ever made, 0 if none was
    State(Tree<Tree<Object>> maps, Tree<Tree<Tree<Object>>> checkpoints, long lastCheckpoint) {
        this(maps, checkpoints, lastCheckpoint, new FoundMaps());
    }

    private State(
            Tree<Tree<Object>> maps,
            Tree<Tree<Tree<Object>>> checkpoints,
            long lastCheckpoint,
            FoundMaps found) {
        this.maps = maps;
        this.checkpoints = checkpoints;
        this.lastCheckpoint = lastCheckpoint;
        this.found = found;
    }

    Tree<Tree<Object>> maps() {
        return maps;
    }

    Tree<Tree<Tree<Object>>> checkpoints() {
        return checkpoints;
    }

    long lastCheckpoint() {
        return lastCheckpoint;
    }

    Tree<Object> map(Key name) {
        var known = found.get(name);
        if (known != null) {
            return known;
        }
        var entries = maps.get(name).orElse(Tree.empty());
        found.put(name, entries);
        return entries;
    }

    /// The keys that a map has, and had at each checkpoint.
    Set<Key> keysEver(Key map) {
        var keys = new HashSet<Key>();
        addKeys(map(map), keys);
        checkpoints
                .ascending(Optional.empty(), Optional.empty())
                .forEachRemaining(checkpoint ->
                        addKeys(checkpoint.getValue().get(map).orElse(Tree.empty()), keys));
        return keys;
    }

    private static void addKeys(Tree<Object> map, Set<Key> keys) {
        map.ascending(Optional.empty(), Optional.empty())
                .forEachRemaining(entry -> keys.add(entry.getKey()));
    }

    /// Whether a map has a key in that range, or had one at a checkpoint.
    boolean everHas(Key map, Key from, Key to) {
        if (has(map(map), from, to)) {
            return true;
        }
        var all = checkpoints.ascending(Optional.empty(), Optional.empty());
        while (all.hasNext()) {
            if (has(all.next().getValue().get(map).orElse(Tree.empty()), from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Tree<Object> map, Key from, Key to) {
        return map.ascending(Optional.of(from), Optional.of(to)).hasNext();
    }

    State put(Key map, Key key, Object value) {
        return with(map, map(map).put(key, value));
    }

    /// The same with a map in the place of another.
    State with(Key map, Tree<Object> entries) {
        return new State(
                entries.isEmpty() ? maps.remove(map) : maps.put(map, entries),
                checkpoints,
                lastCheckpoint,
                found.with(map, entries));
    }

    State remove(Key map, Key key) {
        var before = map(map);
        var after = before.remove(key);
        if (after == before) {
            return this;
        }
        return with(map, after);
    }

    State drop(Key map) {
        return with(map, Tree.empty());
    }

    State copy(Key from, Key to) {
        var entries = map(from);
        return with(to, entries);
    }

    /// Holds on to the maps as they are, under that number.
    State checkpoint(long number) {
        return new State(
                maps, checkpoints.put(key(number), maps), Math.max(number, lastCheckpoint));
    }

    State release(long number) {
        return new State(maps, checkpoints.remove(key(number)), lastCheckpoint);
    }

    /// @throws NoSuchElementException if there is no such checkpoint, or it has been released
    State rewind(long number) {
        return with(
                checkpoints
                        .get(key(number))
                        .orElseThrow(() ->
                                new NoSuchElementException(
                                        "There is no checkpoint %d.".formatted(number))));
    }

    /// The number of a checkpoint from its key among `checkpoints`.
    static long number(Key key) {
        return ByteBuffer.wrap(key.bytes()).getLong();
    }

    private State with(Tree<Tree<Object>> maps) {
        return new State(maps, checkpoints, lastCheckpoint);
    }

    private static Key key(long number) {
        return Key.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
