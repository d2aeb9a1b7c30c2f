package groundschool.bench.measurement;

import static groundschool.bench.measurement.Signing.bytes;

import java.util.LinkedHashMap;
import java.util.Map;

/// Signs calls of DynamoDB, before they are measured.
record Signer(String accessKeyId, String secret) {

    private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";

    /// The headers of a call, by name.
    Map<String, String> headers(String operation, String body) {
        var time = Signing.time();
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/x-amz-json-1.0");
        headers.put("host", "localhost");
        headers.put("x-amz-date", time);
        headers.put("x-amz-target", "DynamoDB_20120810." + operation);
        var canonical = new StringBuilder("POST\n/\n\n");
        headers.forEach(
                (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(SIGNED).append('\n').append(Signing.sha256(body));
        var scope = Signing.scope(time, "us-east-1", "dynamodb");
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                accessKeyId,
                                scope,
                                SIGNED,
                                Signing.signature(secret, time, scope, canonical.toString())));
        return headers;
    }

    /// The whole request, as it goes over the wire.
    byte[] request(String operation, String body) {
        var request = new StringBuilder("POST / HTTP/1.1\r\n");
        headers(operation, body)
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        request.append("content-length: ").append(bytes(body).length).append("\r\n\r\n");
        return bytes(request.append(body).toString());
    }
}
