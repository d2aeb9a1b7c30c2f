package groundschool.emulator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A journal that is a log in a file.
///
/// A log that has grown long for what it leads to is *compacted*: the shortest log that leads there
/// is written beside it, while transitions go on; what they have added meanwhile is copied, and the
/// new file takes the old one's name.
final class DiskJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(DiskJournal.class);

    /// Below this, opening takes some 20 ms at most, and nothing is gained.
    static final long MIN_BYTES = 4 << 20;

    /// At this many times what compacting would leave, each byte is written anew at most once for
    /// three that are added.
    static final int MAX_GROWTH = 4;

    private final Path path;
    private final Durability durability;
    private final Changes changes = new Changes();
    private Optional<LogFile> log = Optional.empty();
    private boolean isClosedForGood;
    private boolean isCompacting;

    /// From this size on the log is compacted.
    private long longBytes;

    DiskJournal(Path path, Durability durability) {
        this.path = path;
        this.durability = durability;
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public <V> void put(Key map, Key key, V value, Format<V> format) {
        changes.put(map, key, format.write(value));
    }

    @Override
    public void put(Key map, Key key, byte[] value) {
        changes.put(map, key, value);
    }

    @Override
    public void write() {
        if (!changes.isEmpty()) {
            opened().append(changes.record());
            changes.clear();
        }
    }

    @Override
    public State open() {
        if (isClosedForGood) {
            throw Journal.closed();
        }
        try {
            Files.deleteIfExists(beside());
        } catch (IOException failure) {
            LOG.warn("Cannot delete {}", beside(), failure);
        }
        var replay = new Replay();
        var opened = LogFile.open(path, durability, replay);
        log = Optional.of(opened);
        longBytes = longBytes(opened.compactedBytes());
        return replay.state();
    }

    @Override
    public Optional<Compaction> compact(State state, Map<Key, Format<?>> formats) {
        if (isCompacting || log.isEmpty() || log.get().bytes() < longBytes) {
            return Optional.empty();
        }
        isCompacting = true;
        return Optional.of(new Compaction(state, formats, log.get(), beside()));
    }

    @Override
    public void finish(Compaction compaction) {
        isCompacting = false;
        if (log.filter(compaction::isOf).isEmpty()) {
            compaction.discard();
            return;
        }
        try {
            log = Optional.of(compaction.replace(path, durability));
            longBytes = longBytes(log.get().compactedBytes());
        } catch (IOException | StorageException failure) {
            compaction.discard();
            longBytes = 2 * log.get().bytes();
            LOG.warn("{} stays as long as it is: {}", path, failure.getMessage());
        }
    }

    @Override
    public boolean canClose() {
        return !isCompacting;
    }

    @Override
    public void close() {
        log.ifPresent(LogFile::close);
        log = Optional.empty();
    }

    @Override
    public void closeForGood() {
        isClosedForGood = true;
        close();
    }

    private LogFile opened() {
        return log.orElseThrow(Journal::closed);
    }

    private Path beside() {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    private static long longBytes(long compactedBytes) {
        return Math.max(MIN_BYTES, MAX_GROWTH * compactedBytes);
    }
}
