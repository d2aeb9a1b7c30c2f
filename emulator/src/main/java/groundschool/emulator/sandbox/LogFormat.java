package groundschool.emulator.sandbox;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How a log lies in its file: a header, then records one after the other.
///
/// A record is its length (4 bytes), a CRC-32C (4 bytes) and that many bytes. The checksum is taken
/// over the file's salt and the bytes, so that nothing that somebody stores, and no block of a
/// deleted file that turns up after a loss of power, can look like a record.
final class LogFormat {

    /// Bytes before those of the record.
    static final int FRAME_BYTES = 8;

    static final int HEADER_BYTES = 28;

    private static final long MAGIC = 0x67736c6f67303031L; // "gslog001"

    private LogFormat() {}

    /// @param salt random, the file's own
    /// @param compactedBytes how much of the file was written at once, when it was last compacted;
    ///   no end of this part can be torn
    record Header(long salt, long compactedBytes) {

        byte[] bytes() {
            var bytes = ByteBuffer.allocate(HEADER_BYTES);
            bytes.putLong(MAGIC).putLong(salt).putLong(compactedBytes);
            return bytes.putInt(crc(0, bytes.array(), 0, HEADER_BYTES - 4)).array();
        }

        /// Absent if these are not the bytes of a header.
        static Optional<Header> of(byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            var isHeader =
                    buffer.getLong(0) == MAGIC
                            && buffer.getInt(HEADER_BYTES - 4)
                                    == crc(0, bytes, 0, HEADER_BYTES - 4);
            return isHeader
                    ? Optional.of(new Header(buffer.getLong(8), buffer.getLong(16)))
                    : Optional.empty();
        }
    }

    /// Fills in the frame of a record whose bytes are in `buffer`.
    static void seal(RecordBuffer buffer, long salt) {
        int length = buffer.end() - FRAME_BYTES;
        ByteBuffer.wrap(buffer.array())
                .putInt(length)
                .putInt(crc(salt, buffer.array(), FRAME_BYTES, length));
    }

    static int crc(long salt, byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        for (int shift = 56; shift >= 0; shift -= 8) {
            crc.update((int) (salt >>> shift) & 0xFF);
        }
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
