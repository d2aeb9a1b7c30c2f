package groundschool.emulator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Writes a state as the shortest log that leads to it: what was there at the oldest checkpoint,
/// then what differs at each later one, then what differs now.
final class Compaction {

    /// About how long its records are.
    private static final int RECORD_BYTES = 1 << 16;

    private final State state;
    private final Map<Key, Format<?>> formats;
    private final LogFile source;
    private final long from;
    private final Path path;
    private final LogFile target;
    private final Changes changes = new Changes();
    private Optional<StorageException> failure = Optional.empty();

    /// @param state what `source` leads to
    /// @param formats by name of map, of those that somebody has opened
    /// @param path where to write
    Compaction(State state, Map<Key, Format<?>> formats, LogFile source, Path path) {
        this.state = state;
        this.formats = formats;
        this.source = source;
        this.from = source.bytes();
        this.path = path;
        // The same salt, so that records can be copied.
        this.target = LogFile.create(path, Durability.WRITE, source.salt());
    }

    boolean isOf(LogFile log) {
        return log == source;
    }

    /// Writes the short log; the long one may grow meanwhile. A failure shows in `replace`.
    void write() {
        try {
            writeState();
        } catch (StorageException full) {
            failure = Optional.of(full);
        } catch (RuntimeException broken) {
            failure = Optional.of(new StorageException("Cannot compact: " + broken, broken));
        }
    }

    /// Adds what has been written to the long log meanwhile, and puts the short one in its place.
    ///
    /// @return the short one
    LogFile replace(Path place, Durability durability) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        target.markCompacted();
        target.append(source, from);
        var moved = target.moveTo(place, durability);
        source.close();
        return moved;
    }

    void discard() {
        try {
            target.close();
            Files.deleteIfExists(path);
        } catch (IOException | StorageException _) {
            // It is deleted when the log is next opened.
        }
    }

    private void writeState() {
        if (state.lastCheckpoint() > 0) {
            // So that its number is not given again, even if it has been released.
            changes.checkpoint(state.lastCheckpoint());
            changes.release(state.lastCheckpoint());
        }
        var maps = Tree.<Tree<Object>>empty();
        for (var held = all(state.checkpoints()); held.hasNext(); ) {
            var checkpoint = held.next();
            difference(maps, checkpoint.getValue());
            maps = checkpoint.getValue();
            changes.checkpoint(State.number(checkpoint.getKey()));
        }
        difference(maps, state.maps());
        if (!changes.isEmpty()) {
            target.append(changes.record());
        }
    }

    private void difference(Tree<Tree<Object>> before, Tree<Tree<Object>> after) {
        for (var maps = all(before); maps.hasNext(); ) {
            var name = maps.next().getKey();
            if (after.get(name).isEmpty()) {
                changes.drop(name);
            }
        }
        for (var maps = all(after); maps.hasNext(); ) {
            var map = maps.next();
            difference(map.getKey(), before.get(map.getKey()).orElse(Tree.empty()), map.getValue());
        }
    }

    private void difference(Key map, Tree<Object> before, Tree<Object> after) {
        if (before == after) {
            return;
        }
        for (var entries = all(before); entries.hasNext(); ) {
            var key = entries.next().getKey();
            if (after.get(key).isEmpty()) {
                changes.remove(map, key);
            }
        }
        for (var entries = all(after); entries.hasNext(); ) {
            var entry = entries.next();
            var value = entry.getValue();
            if (before.get(entry.getKey()).filter(old -> old == value).isEmpty()) {
                changes.put(map, entry.getKey(), bytes(map, value));
                flushIfFull();
            }
        }
    }

    private byte[] bytes(Key map, Object value) {
        var format = Optional.<Format<?>>ofNullable(formats.get(map));
        return Lazy.bytes(value, format.orElse(Unopened.FORMAT));
    }

    private void flushIfFull() {
        if (changes.end() > RECORD_BYTES) {
            target.append(changes.record());
            changes.clear();
        }
    }

    private static <V> Iterator<Map.Entry<Key, V>> all(Tree<V> tree) {
        return tree.ascending(Optional.empty(), Optional.empty());
    }

    /// Stands for the format of a map that nobody has opened, so that its values are still bytes.
    private static final class Unopened implements Format<Object> {

        private static final Unopened FORMAT = new Unopened();

        @Override
        public byte[] write(Object value) {
            throw new IllegalStateException("a value without a format: " + value);
        }

        @Override
        public Object read(byte[] bytes) {
            throw new IllegalStateException("a map without a format");
        }
    }
}
