package groundschool.emulator.s3.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.s3.Buckets;
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
                    "Invalid copy source object key", "x-amz-copy-source", header);
        }
        return new CopySource(plain.substring(0, slash), plain.substring(slash + 1), version);
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
