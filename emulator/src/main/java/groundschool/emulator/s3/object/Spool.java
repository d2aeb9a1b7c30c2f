package groundschool.emulator.s3.object;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.sandbox.Blobs;
import groundschool.emulator.sandbox.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Takes an upload's bytes to a file while they are counted and hashed: never are more of them in
/// memory than two buffers. What is not what the client promised leaves nothing behind.
///
/// @param segments where the bytes are; none if there are none
/// @param md5 in hexadecimal digits
/// @param checksum by which the client wants the bytes to be known
/// @param kept the same, or another one that the object's owner keeps
public record Spool(
        List<Segment> segments, long sizeBytes, String md5, Checksum checksum, Checksum kept) {

    private static final int LEAST_BUFFER_BYTES = 8 * 1024;
    private static final int MOST_BUFFER_BYTES = 256 * 1024;

    /// What the client says of its bytes.
    ///
    /// @param algorithm by which they are remembered
    /// @param checksum their value in base64, if it was sent before them
    /// @param md5 in base64, if it was sent
    /// @param mostBytes that are taken
    /// @param kept a further algorithm that is computed
    public record Promise(
            ChecksumAlgorithm algorithm,
            Optional<String> checksum,
            Optional<String> md5,
            long mostBytes,
            ChecksumAlgorithm kept) {

        /// The same, with a further algorithm.
        public Promise keeping(ChecksumAlgorithm further) {
            return new Promise(algorithm, checksum, md5, mostBytes, further);
        }
    }

    /// Reads all of an upload.
    ///
    /// @throws groundschool.emulator.AwsException if it is not what was promised
    public static Spool of(Upload upload, Promise promise, Blobs blobs) {
        upload.length()
                .filter(length -> length > promise.mostBytes())
                .ifPresent(length -> {
                    throw S3Errors.entityTooLarge(length, promise.mostBytes());
                });
        var expectedMd5 = promise.md5().map(Spool::md5);
        try (var draft = blobs.draft();
                var bytes = upload.bytes()) {
            var hashing = new Hashing(promise.algorithm(), promise.kept(), bufferBytes(upload));
            long size = 0;
            for (int got = 1; got > 0; ) {
                var buffer = hashing.buffer();
                got = read(bytes, buffer);
                hashing.take(got);
                draft.write(buffer, 0, got);
                size += got;
                if (size > promise.mostBytes()) {
                    throw S3Errors.entityTooLarge(size, promise.mostBytes());
                }
            }
            var hash = hashing.md5();
            if (expectedMd5.filter(said -> !Arrays.equals(said, hash)).isPresent()) {
                throw ChecksumErrors.badDigest(promise.md5().orElse(""), hash);
            }
            var checksum = Checksum.full(promise.algorithm(), hashing.checksum());
            verify(checksum, promise, upload);
            var segments =
                    size == 0 ? List.<Segment>of() : List.of(new Segment(draft.keep(), 0, size));
            var kept =
                    hashing.further()
                            .map(value -> Checksum.full(promise.kept(), value))
                            .orElse(checksum);
            return new Spool(segments, size, HexFormat.of().formatHex(hash), checksum, kept);
        } catch (IOException failure) {
            throw new StorageException("Cannot keep an object: " + failure.getMessage(), failure);
        }
    }

    private static int bufferBytes(Upload upload) {
        long length = upload.length().orElse((long) MOST_BUFFER_BYTES);
        return (int) Math.clamp(length, LEAST_BUFFER_BYTES, MOST_BUFFER_BYTES);
    }

    /// Fills a buffer, unless the upload ends before.
    private static int read(InputStream bytes, byte[] buffer) {
        try {
            return bytes.readNBytes(buffer, 0, buffer.length);
        } catch (IOException gone) {
            throw S3Errors.incompleteBody();
        }
    }

    private static void verify(Checksum computed, Promise promise, Upload upload) {
        var promised =
                promise.checksum()
                        .or(() ->
                                Optional.ofNullable(
                                        upload.trailers().get().get(promise.algorithm().header())));
        if (promised.filter(said -> !said.equals(computed.value())).isPresent()) {
            throw isValue(promised.get(), promise.algorithm())
                    ? ChecksumErrors.badChecksum(promise.algorithm())
                    : ChecksumErrors.invalidChecksumHeader(promise.algorithm());
        }
    }

    /// Whether a text can be a value of that algorithm.
    public static boolean isValue(String base64, ChecksumAlgorithm algorithm) {
        try {
            return Base64.getDecoder().decode(base64).length == algorithm.sizeBytes();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] md5(String base64) {
        try {
            var hash = Base64.getDecoder().decode(base64);
            if (hash.length == 16) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            throw ChecksumErrors.invalidDigest(base64);
        }
        throw ChecksumErrors.invalidDigest(base64);
    }
}
