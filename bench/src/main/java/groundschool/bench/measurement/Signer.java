package groundschool.bench.measurement;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs calls, of DynamoDB if nothing else is said, before they are measured. A signature holds
/// for five minutes.
///
/// Source: [Create a signed
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html)
record Signer(String accessKeyId, String secret) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String REGION = "us-east-1";
    private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";

    /// Whom a call is for.
    ///
    /// @param target what the operation's name follows
    /// @param version of its JSON
    record Service(String name, String target, String version) {

        static final Service DYNAMODB = new Service("dynamodb", "DynamoDB_20120810", "1.0");
        static final Service USER_POOLS =
                new Service("cognito-idp", "AWSCognitoIdentityProviderService", "1.1");
    }

    /// The headers of a call, by name.
    Map<String, String> headers(String operation, String body) {
        return headers(Service.DYNAMODB, operation, body);
    }

    private Map<String, String> headers(Service service, String operation, String body) {
        var time = TIME.format(Instant.now());
        var day = time.substring(0, 8);
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/x-amz-json-" + service.version);
        headers.put("host", "localhost");
        headers.put("x-amz-date", time);
        headers.put("x-amz-target", service.target + "." + operation);
        var canonical = new StringBuilder("POST\n/\n\n");
        headers.forEach(
                (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(SIGNED).append('\n').append(sha256(body));
        var scope = day + "/" + REGION + "/" + service.name + "/aws4_request";
        var toSign =
                String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical.toString()));
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                accessKeyId,
                                scope,
                                SIGNED,
                                HexFormat.of().formatHex(hmac(key(service, day), toSign))));
        return headers;
    }

    /// The whole request, as it goes over the wire.
    byte[] request(String operation, String body) {
        return request(Service.DYNAMODB, operation, body);
    }

    /// The same for another service.
    byte[] request(Service service, String operation, String body) {
        var request = new StringBuilder("POST / HTTP/1.1\r\n");
        headers(service, operation, body)
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        request.append("content-length: ").append(bytes(body).length).append("\r\n\r\n");
        return bytes(request.append(body).toString());
    }

    private byte[] key(Service service, String day) {
        var key = hmac(bytes("AWS4" + secret), day);
        key = hmac(key, REGION);
        key = hmac(key, service.name);
        return hmac(key, "aws4_request");
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
