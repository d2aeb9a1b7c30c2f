package groundschool.emulator.s3.object;

import groundschool.emulator.s3.S3Errors;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// The algorithms by which S3 checks an object's bytes and remembers what they were.
///
/// Source: [Checking object
/// integrity](https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html)
public enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256;

    /// Those that AWS has besides, which the emulator does not compute.
    private static final List<String> NOT_YET =
            List.of("SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128");

    /// The one of that name.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public static ChecksumAlgorithm of(String name) {
        var big = name.toUpperCase(Locale.ROOT);
        if (NOT_YET.contains(big)) {
            throw S3Errors.notYet("the checksum algorithm " + big);
        }
        return Arrays.stream(values())
                .filter(each -> each.name().equals(big))
                .findFirst()
                .orElseThrow(ChecksumErrors::invalidChecksumAlgorithm);
    }

    /// The one whose value is in a header of that name.
    public static Optional<ChecksumAlgorithm> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(each -> each.header().equalsIgnoreCase(header))
                .findFirst();
    }

    /// The header that holds a value of it.
    public String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is one whose values of parts tell that of the whole.
    public boolean isCrc() {
        return this == CRC32 || this == CRC32C || this == CRC64NVME;
    }

    /// How many bytes a value has.
    public int sizeBytes() {
        return switch (this) {
            case CRC32, CRC32C -> 4;
            case CRC64NVME -> 8;
            case SHA1 -> 20;
            case SHA256 -> 32;
        };
    }

    /// Counts bytes as they pass.
    public Running begin() {
        return switch (this) {
            case CRC32 -> new OfChecksum(new CRC32(), 4);
            case CRC32C -> new OfChecksum(new CRC32C(), 4);
            case CRC64NVME -> new OfChecksum(new Crc64Nvme(), 8);
            case SHA1 -> new OfDigest(digest("SHA-1"));
            case SHA256 -> new OfDigest(digest("SHA-256"));
        };
    }

    /// A checksum that is being computed.
    public interface Running {
        void update(byte[] bytes, int offset, int length);

        /// The value of all that was given, most significant byte first.
        byte[] value();
    }

    private record OfChecksum(Checksum checksum, int size) implements Running {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            checksum.update(bytes, offset, length);
        }

        @Override
        public byte[] value() {
            return Crcs.bytes(checksum.getValue(), size);
        }
    }

    private record OfDigest(MessageDigest digest) implements Running {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }
    }

    /// The MD5 of bytes at hand.
    public static byte[] md5(byte[] bytes) {
        return digest("MD5").digest(bytes);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
