package groundschool.emulator.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What conditions may test of the way in which a request to S3 is signed. One that nobody has
/// signed has none of it.
///
/// Source: [Signature Version 4 policy
/// keys](https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html)
public final class S3RequestKeys {

    private static final String AUTH_TYPE = "s3:authType";
    private static final String VERSION = "s3:signatureversion";
    private static final String CONTENT = "s3:x-amz-content-sha256";
    private static final String V4 = "AWS4-HMAC-SHA256";

    private S3RequestKeys() {}

    /// What clients in this process would say, who have no body to sign.
    public static Map<String, List<String>> ofProcess() {
        return Map.of(AUTH_TYPE, List.of("REST-HEADER"), VERSION, List.of(V4));
    }

    /// @param payloadHash as `x-amz-content-sha256` has it
    static Map<String, List<String>> ofHeader(String payloadHash) {
        return Map.of(
                AUTH_TYPE,
                List.of("REST-HEADER"),
                VERSION,
                List.of(V4),
                CONTENT,
                List.of(payloadHash));
    }

    /// @param age since it was signed; only links have one
    static Map<String, List<String>> ofLink(Duration age, String payloadHash) {
        return Map.of(
                AUTH_TYPE,
                List.of("REST-QUERY-STRING"),
                VERSION,
                List.of(V4),
                CONTENT,
                List.of(payloadHash),
                "s3:signatureAge",
                List.of(String.valueOf(Math.max(0, age.toMillis()))));
    }

    /// A link that is signed by the older algorithm, which says only when it ends.
    static Map<String, List<String>> ofOldLink() {
        return Map.of(AUTH_TYPE, List.of("REST-QUERY-STRING"), VERSION, List.of("AWS"));
    }

    static Map<String, List<String>> ofOldForm() {
        return Map.of(AUTH_TYPE, List.of("POST"), VERSION, List.of("AWS"));
    }

    static Map<String, List<String>> ofForm() {
        return Map.of(AUTH_TYPE, List.of("POST"), VERSION, List.of(V4));
    }
}
