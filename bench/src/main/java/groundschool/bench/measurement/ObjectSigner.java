package groundschool.bench.measurement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs calls of S3 whose bodies are not signed, before they are measured. A signature holds for
/// fifteen minutes.
///
/// Source: [Authenticating
/// requests](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html)
record ObjectSigner(String accessKeyId, String secret) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    /// The head of a request, with the empty line behind it.
    ///
    /// @param path that needs no encoding
    /// @param length of the body, in bytes
    byte[] head(String method, String path, long length) {
        return head(method, path, "", length, "connection: keep-alive");
    }

    /// @param query encoded and in order, with a `=` in each of its parameters
    /// @param header one more, which is not signed
    byte[] head(String method, String path, String query, long length, String header) {
        var time = TIME.format(Instant.now());
        var scope = time.substring(0, 8) + "/us-east-1/s3/aws4_request";
        var canonical =
                String.join(
                        "\n",
                        method,
                        path,
                        query,
                        "host:localhost",
                        "x-amz-content-sha256:" + UNSIGNED,
                        "x-amz-date:" + time,
                        "",
                        SIGNED,
                        UNSIGNED);
        var toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
        var key = bytes("AWS4" + secret);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return bytes(
                """
                %s %s HTTP/1.1\r
                host: localhost\r
                %s\r
                x-amz-content-sha256: %s\r
                x-amz-date: %s\r
                authorization: AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s\r
                content-length: %d\r
                \r
                """
                        .formatted(
                                method,
                                query.isEmpty() ? path : path + "?" + query,
                                header,
                                UNSIGNED,
                                time,
                                accessKeyId,
                                scope,
                                SIGNED,
                                HexFormat.of().formatHex(hmac(key, toSign)),
                                length));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
