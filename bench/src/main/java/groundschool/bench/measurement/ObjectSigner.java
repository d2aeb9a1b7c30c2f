package groundschool.bench.measurement;

import static groundschool.bench.measurement.Signing.bytes;

/// Signs calls of S3 whose bodies are not signed, before they are measured.
///
/// Source: [Authenticating
/// requests](https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html)
record ObjectSigner(String accessKeyId, String secret) {

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
        var time = Signing.time();
        var scope = Signing.scope(time, "us-east-1", "s3");
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
                                Signing.signature(secret, time, scope, canonical),
                                length));
    }
}
