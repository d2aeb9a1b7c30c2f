package groundschool.emulator.s3.object;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.util.Base64;

/// What S3 says of checksums, and of bytes that are not what was promised.
public final class ChecksumErrors {

    private ChecksumErrors() {}

    public static AwsException badDigest(String expected, byte[] computed) {
        return S3Errors.error(
                400,
                "BadDigest",
                "The Content-MD5 you specified did not match what we received.",
                "ExpectedDigest",
                expected,
                "CalculatedDigest",
                Base64.getEncoder().encodeToString(computed));
    }

    public static AwsException invalidDigest(String digest) {
        return S3Errors.error(
                400,
                "InvalidDigest",
                "The Content-MD5 you specified was invalid.",
                "Content-MD5",
                digest);
    }

    public static AwsException badChecksum(ChecksumAlgorithm algorithm) {
        return S3Errors.error(
                400,
                "BadDigest",
                "The %s you specified did not match the calculated checksum."
                        .formatted(algorithm.name()));
    }

    public static AwsException invalidChecksumHeader(ChecksumAlgorithm algorithm) {
        return S3Errors.invalidRequest(
                "Value for %s header is invalid.".formatted(algorithm.header()));
    }

    public static AwsException invalidChecksumAlgorithm() {
        return S3Errors.invalidRequest(
                "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    }
}
