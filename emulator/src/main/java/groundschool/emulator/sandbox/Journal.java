package groundschool.emulator.sandbox;

import java.util.Map;
import java.util.Optional;

/// Where a storage's transitions are written before they count. Guarded by the storage's lock.
sealed interface Journal permits Journal.None, DiskJournal {

    /// What the transition under way has written so far.
    Changes changes();

    /// Adds a write to the changes.
    <V> void put(Key map, Key key, V value, Format<V> format);

    /// The same for a value that is written already.
    void put(Key map, Key key, byte[] value);

    /// Makes the changes durable, and begins new ones.
    ///
    /// @throws StorageException if that fails; then nothing is written
    void write();

    /// What all that was written led to.
    ///
    /// @throws StorageException if it cannot be read, or has been closed for good
    State open();

    /// Begins to compact, if it has grown long for what it leads to.
    ///
    /// @param state what it leads to
    Optional<Compaction> compact(State state, Map<Key, Format<?>> formats);

    /// Takes over what was compacted.
    void finish(Compaction compaction);

    /// Whether it can be closed now and opened again.
    boolean canClose();

    void close();

    void closeForGood();

    /// The journal of what lives in memory only: what is written is forgotten.
    final class None implements Journal {

        private final Changes changes = new Changes();

        @Override
        public Changes changes() {
            return changes;
        }

        @Override
        public <V> void put(Key map, Key key, V value, Format<V> format) {}

        @Override
        public void put(Key map, Key key, byte[] value) {}

        @Override
        public void write() {
            changes.clear();
        }

        @Override
        public State open() {
            throw closed();
        }

        @Override
        public Optional<Compaction> compact(State state, Map<Key, Format<?>> formats) {
            return Optional.empty();
        }

        @Override
        public void finish(Compaction compaction) {}

        @Override
        public boolean canClose() {
            return false;
        }

        @Override
        public void close() {}

        @Override
        public void closeForGood() {}
    }

    static StorageException closed() {
        return new StorageException("This sandbox has been closed.");
    }
}
