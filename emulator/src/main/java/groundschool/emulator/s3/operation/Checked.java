package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.ChecksumErrors;
import groundschool.emulator.s3.object.Spool;
import groundschool.emulator.s3.object.Upload;
import java.util.ArrayList;
import java.util.Optional;

/// What a request says about the bytes that it brings.
interface Checked {

    Optional<String> contentMD5();

    Optional<String> checksumAlgorithm();

    Optional<String> checksumCRC32();

    Optional<String> checksumCRC32C();

    Optional<String> checksumCRC64NVME();

    Optional<String> checksumSHA1();

    Optional<String> checksumSHA256();

    /// What is to be held against the bytes.
    ///
    /// @param usual the algorithm if the request names none
    default Spool.Promise promise(Upload upload, ChecksumAlgorithm usual, long mostBytes) {
        var sent = new ArrayList<ChecksumAlgorithm>();
        for (var algorithm : ChecksumAlgorithm.values()) {
            value(algorithm).ifPresent(_ -> sent.add(algorithm));
        }
        upload.announced().forEach(name -> ChecksumAlgorithm.ofHeader(name).ifPresent(sent::add));
        if (sent.size() > 1) {
            throw S3Errors.invalidRequest(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        var named = checksumAlgorithm().map(ChecksumAlgorithm::of);
        if (named.isPresent() && sent.isEmpty()) {
            throw S3Errors.invalidRequest(
                    "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }
        if (named.isPresent() && named.get() != sent.getFirst()) {
            throw S3Errors.invalidRequest(
                    "Value for x-amz-sdk-checksum-algorithm header is invalid.");
        }
        var algorithm = sent.isEmpty() ? usual : sent.getFirst();
        value(algorithm)
                .filter(value -> !Spool.isValue(value, algorithm))
                .ifPresent(_ -> {
                    throw ChecksumErrors.invalidChecksumHeader(algorithm);
                });
        return new Spool.Promise(algorithm, value(algorithm), contentMD5(), mostBytes, algorithm);
    }

    /// What was sent of that algorithm.
    default Optional<String> value(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> checksumCRC32();
            case CRC32C -> checksumCRC32C();
            case CRC64NVME -> checksumCRC64NVME();
            case SHA1 -> checksumSHA1();
            case SHA256 -> checksumSHA256();
        };
    }
}
