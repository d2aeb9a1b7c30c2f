package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import groundschool.emulator.s3.object.ChecksumErrors;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Holds a document that a client sent to S3 against the checksums that it sent with it.
public final class S3Documents {

    private S3Documents() {}

    /// @param isNeeded whether S3 takes no such document without any checksum
    /// @throws AwsException if one is missing, or another than that of the document
    public static void check(
            HttpRequest request, SignedPayload payload, byte[] document, boolean isNeeded) {
        boolean isChecked = false;
        for (var algorithm : ChecksumAlgorithm.values()) {
            var promised =
                    request.headers()
                            .first(algorithm.header())
                            .or(() ->
                                    Optional.ofNullable(
                                            payload.trailers().get(algorithm.header())));
            if (promised.isPresent()) {
                isChecked = true;
                var running = algorithm.begin();
                running.update(document, 0, document.length);
                if (!Base64.getEncoder().encodeToString(running.value()).equals(promised.get())) {
                    throw ChecksumErrors.badChecksum(algorithm);
                }
            }
        }
        var md5 = request.headers().first("Content-MD5");
        if (md5.isPresent()) {
            isChecked = true;
            checkMd5(md5.get(), document);
        }
        if (isNeeded && !isChecked) {
            throw S3Errors.invalidRequest(
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    private static void checkMd5(String said, byte[] document) {
        byte[] expected;
        try {
            expected = Base64.getDecoder().decode(said);
        } catch (IllegalArgumentException e) {
            throw ChecksumErrors.invalidDigest(said);
        }
        if (expected.length != 16) {
            throw ChecksumErrors.invalidDigest(said);
        }
        var computed = ChecksumAlgorithm.md5(document);
        if (!Arrays.equals(expected, computed)) {
            throw ChecksumErrors.badDigest(said, computed);
        }
    }
}
