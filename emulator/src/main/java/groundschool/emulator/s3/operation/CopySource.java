package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.ObjectVersion;
import groundschool.emulator.s3.S3Errors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which object a copy is made of: `bucket/key?versionId=…`, percent-encoded.
record CopySource(String bucket, String key, Optional<String> versionId) {

    private static final String VERSION = "?versionId=";

    /// @throws AwsException if the header names no object
    static CopySource of(String header) {
        if (header.startsWith("arn:")) {
            throw S3Errors.notYet("access points as the source of a copy");
        }
        int mark = header.indexOf(VERSION);
        var path = mark < 0 ? header : header.substring(0, mark);
        var version =
                mark < 0
                        ? Optional.<String>empty()
                        : Optional.of(header.substring(mark + VERSION.length()));
        var plain = decoded(path.startsWith("/") ? path.substring(1) : path);
        int slash = plain.indexOf('/');
        if (slash < 1 || slash == plain.length() - 1) {
            throw S3Errors.invalidArgument(
                    "Invalid copy source object key", "x-amz-copy-source", "x-amz-copy-source");
        }
        return new CopySource(plain.substring(0, slash), plain.substring(slash + 1), version);
    }

    /// The version that is meant.
    ///
    /// @throws AwsException if it is not there, or is the mark of a deletion
    static ObjectVersion read(String header, Buckets buckets, Bucket from, Call call) {
        var source = of(header);
        boolean isMarker =
                source.versionId().isPresent()
                        && buckets.objects(from)
                                .peek(source.key(), source.versionId())
                                .filter(ObjectVersion::isDeleteMarker)
                                .isPresent();
        if (isMarker) {
            throw S3Errors.invalidRequest(
                    "The source of a copy request may not specifically refer to a delete marker by version id.");
        }
        return Versions.read(buckets, call, from, source.key(), source.versionId(), "GET");
    }

    /// What IAM is asked about it; nothing if the header names no object, which is said later.
    static List<Access> access(String header, Buckets buckets, Call call) {
        CopySource source;
        try {
            source = of(header);
        } catch (AwsException namesNone) {
            return List.of();
        }
        return List.of(
                buckets.access(
                        call,
                        source.versionId().isPresent() ? "s3:GetObjectVersion" : "s3:GetObject",
                        source.bucket(),
                        source.key(),
                        source.versionId(),
                        Map.of()));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
