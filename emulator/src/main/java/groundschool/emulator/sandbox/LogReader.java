package groundschool.emulator.sandbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a log from its beginning, and finds where it ends.
///
/// What a killed process, or a disk that was full, leaves at the end is half a record, which nobody
/// was told is stored: reading ends before it. If whole records follow what cannot be read, then
/// the file was damaged later, and nobody can say what is missing: that is an error.
final class LogReader {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    private final Path path;
    private final long size;

    /// @param size of the file; nothing is there yet if it is less than a header's
    private LogReader(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    /// What was found.
    ///
    /// @param end where the last whole record ends
    record Contents(LogFormat.Header header, long end) {}

    /// Reads all records, in order.
    ///
    /// @return absent if the file has not even a header, for then it has never held anything
    /// @throws StorageException if the file is damaged
    static Optional<Contents> read(Path path, Consumer<byte[]> records) throws IOException {
        long size = path.toFile().length();
        return size < LogFormat.HEADER_BYTES
                ? Optional.empty()
                : Optional.of(new LogReader(path, size).read(records));
    }

    private Contents read(Consumer<byte[]> records) throws IOException {
        try (var in = open()) {
            var header =
                    LogFormat.Header.of(in.readNBytes(LogFormat.HEADER_BYTES))
                            .orElseThrow(() -> damaged(0));
            long offset = LogFormat.HEADER_BYTES;
            while (offset < size) {
                var record = record(in, size - offset, header.salt());
                if (record.isEmpty()) {
                    requireTorn(offset, header);
                    break;
                }
                records.accept(record.get());
                offset += LogFormat.FRAME_BYTES + record.get().length;
            }
            return new Contents(header, offset);
        }
    }

    /// Not a `FileChannel`, which an interrupt would close.
    private DataInputStream open() throws IOException {
        return new DataInputStream(
                new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16));
    }

    /// The next record, absent if what is there is none.
    private static Optional<byte[]> record(DataInputStream in, long available, long salt)
            throws IOException {
        if (available < LogFormat.FRAME_BYTES) {
            return Optional.empty();
        }
        int length = in.readInt();
        int crc = in.readInt();
        if (length <= 0 || length > available - LogFormat.FRAME_BYTES) {
            return Optional.empty();
        }
        var bytes = in.readNBytes(length);
        return bytes.length == length && LogFormat.crc(salt, bytes, 0, length) == crc
                ? Optional.of(bytes)
                : Optional.empty();
    }

    private void requireTorn(long offset, LogFormat.Header header) throws IOException {
        if (offset < header.compactedBytes() || isFollowedByRecord(offset, header.salt())) {
            throw damaged(offset);
        }
        LOG.warn(
                "{} ends in half a record, of {} bytes at {}, which is cut off.",
                path,
                size - offset,
                offset);
    }

    /// Whether a whole record begins anywhere after `offset`.
    private boolean isFollowedByRecord(long offset, long salt) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var window = new byte[1 << 16];
            for (long start = offset + 1; start < size; start += window.length - 3) {
                file.seek(start);
                int read = file.read(window);
                for (int i = 0; i + 4 <= read; i++) {
                    int length = ByteBuffer.wrap(window).getInt(i);
                    if (length > 0 && isRecord(file, start + i, length, salt)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private boolean isRecord(RandomAccessFile file, long start, int length, long salt)
            throws IOException {
        if (length > size - start - LogFormat.FRAME_BYTES) {
            return false;
        }
        file.seek(start + 4);
        int crc = file.readInt();
        var bytes = new byte[length];
        file.readFully(bytes);
        return LogFormat.crc(salt, bytes, 0, length) == crc;
    }

    private StorageException damaged(long offset) {
        return new StorageException(
                "%s is damaged at byte %d of %d; what was stored there cannot be read. Restore the file from a backup."
                        .formatted(path, offset, size));
    }
}
