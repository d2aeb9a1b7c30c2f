package groundschool.emulator.s3.object;

import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.sandbox.Blobs;
import groundschool.emulator.sandbox.StorageException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/// What a copy knows of the bytes of its source: their MD5 and their checksum, which are computed
/// anew if the source knows others, as one does that was uploaded in parts.
public final class Rehash implements AutoCloseable {

    private final ObjectVersion source;
    private final ChecksumAlgorithm algorithm;
    private final Download bytes;

    private Rehash(ObjectVersion source, ChecksumAlgorithm algorithm, Download bytes) {
        this.source = source;
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    /// @param wanted the checksum that is asked for; absent if it is to be the source's
    public static Rehash of(ObjectVersion source, Optional<ChecksumAlgorithm> wanted, Blobs blobs) {
        return new Rehash(
                source,
                wanted.or(() -> source.checksum().map(Checksum::algorithm))
                        .orElse(ChecksumAlgorithm.CRC64NVME),
                Segments.read(blobs, source.segments(), 0, source.sizeBytes()));
    }

    /// The source as an object that came in one piece.
    public ObjectVersion read() {
        boolean isKnown =
                source.parts().isEmpty()
                        && source.checksum()
                                .filter(sum -> sum.algorithm() == algorithm)
                                .isPresent();
        if (isKnown) {
            return source;
        }
        try {
            var md5 = ChecksumAlgorithm.digest("MD5");
            var running = algorithm.begin();
            var buffer = new byte[64 * 1024];
            var in = bytes.bytes();
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                md5.update(buffer, 0, got);
                running.update(buffer, 0, got);
            }
            return source.hashed(
                    HexFormat.of().formatHex(md5.digest()),
                    Checksum.full(algorithm, running.value()));
        } catch (IOException failure) {
            throw new StorageException("Cannot read an object: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            bytes.bytes().close();
        } catch (IOException failure) {
            throw new StorageException("Cannot close an object: " + failure.getMessage(), failure);
        }
    }
}
