package groundschool.emulator.sandbox;

/// The writes of one transition as one record of the log: put together here, and read again here.
///
/// Each is its kind and what that needs. The map is named once for all writes to it that follow.
final class Changes {

    private static final int MAP = 1;
    private static final int PUT = 2;
    private static final int REMOVE = 3;
    private static final int DROP = 4;
    private static final int CHECKPOINT = 5;
    private static final int RELEASE = 6;
    private static final int REWIND = 7;
    private static final int COPY = 8;

    /// Stands for the map where none was named yet.
    static final Key NO_MAP = Key.of("");

    private final RecordBuffer buffer = new RecordBuffer();
    private Key map = NO_MAP;

    void put(Key map, Key key, byte[] value) {
        name(map);
        buffer.number(PUT);
        buffer.bytes(key.bytes());
        buffer.bytes(value);
    }

    void remove(Key map, Key key) {
        name(map);
        buffer.number(REMOVE);
        buffer.bytes(key.bytes());
    }

    void drop(Key map) {
        name(map);
        buffer.number(DROP);
    }

    void copy(Key from, Key to) {
        name(from);
        buffer.number(COPY);
        buffer.bytes(to.bytes());
    }

    void checkpoint(long number) {
        buffer.number(CHECKPOINT);
        buffer.number(number);
    }

    void release(long number) {
        buffer.number(RELEASE);
        buffer.number(number);
    }

    void rewind(long number) {
        buffer.number(REWIND);
        buffer.number(number);
    }

    boolean isEmpty() {
        return buffer.isEmpty();
    }

    RecordBuffer record() {
        return buffer;
    }

    /// Where the next write goes, to be able to take it back.
    int end() {
        return buffer.end();
    }

    /// Takes back all writes from there on.
    void truncate(int end) {
        buffer.truncate(end);
        map = NO_MAP;
    }

    void clear() {
        buffer.clear();
        map = NO_MAP;
    }

    private void name(Key map) {
        if (!map.equals(this.map)) {
            buffer.number(MAP);
            buffer.bytes(map.bytes());
            this.map = map;
        }
    }

    /// Reads a record.
    static void read(byte[] record, Replay into) {
        var reader = new RecordReader(record);
        var map = NO_MAP;
        while (reader.hasMore()) {
            int kind = (int) reader.number();
            switch (kind) {
                case MAP -> map = Key.of(reader.bytes());
                case PUT -> into.put(map, Key.of(reader.bytes()), reader.bytes());
                case REMOVE -> into.remove(map, Key.of(reader.bytes()));
                case DROP -> into.drop(map);
                case COPY -> into.copy(map, Key.of(reader.bytes()));
                case CHECKPOINT -> into.checkpoint(reader.number());
                case RELEASE -> into.release(reader.number());
                case REWIND -> into.rewind(reader.number());
                default ->
                        throw new StorageException(
                                "A newer version wrote this log: it holds a change of kind "
                                        + kind);
            }
        }
    }
}
