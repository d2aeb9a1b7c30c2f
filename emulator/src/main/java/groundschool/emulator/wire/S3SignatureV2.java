package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A link signed by S3's older algorithm, as boto3 and the first AWS CLI still make them for
/// endpoints that they do not know. In headers S3 takes Version 4 alone.
///
/// Source: [Signing and authenticating REST requests, Signature Version
/// 2](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html)
///
/// @param keyId of the access key
/// @param expires as sent, in seconds since 1970
record S3SignatureV2(String keyId, String signature, String expires, Optional<String> token) {

    /// The parameters that are signed.
    private static final Set<String> SIGNED =
            Set.of(
                    "accelerate",
                    "acl",
                    "cors",
                    "delete",
                    "encryption",
                    "inventory",
                    "lifecycle",
                    "location",
                    "logging",
                    "metrics",
                    "notification",
                    "partNumber",
                    "policy",
                    "publicAccessBlock",
                    "replication",
                    "requestPayment",
                    "restore",
                    "tagging",
                    "torrent",
                    "uploadId",
                    "uploads",
                    "versionId",
                    "versioning",
                    "versions",
                    "website",
                    "response-cache-control",
                    "response-content-disposition",
                    "response-content-encoding",
                    "response-content-language",
                    "response-content-type",
                    "response-expires");

    /// What a link says; nothing if it is signed otherwise, or not.
    static Optional<S3SignatureV2> of(QueryParameters query) {
        var key = query.first("AWSAccessKeyId");
        var signature = query.first("Signature");
        if (key.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new S3SignatureV2(
                        key.get(),
                        signature.get(),
                        query.first("Expires").orElse(""),
                        query.first("x-amz-security-token")));
    }

    /// When the link ends.
    Instant expiresAt() {
        try {
            return Instant.ofEpochSecond(Long.parseLong(expires));
        } catch (NumberFormatException e) {
            throw S3SignatureErrors.noExpiry();
        }
    }

    /// What is signed.
    String stringToSign(HttpRequest request, S3Target target) {
        var headers = new TreeMap<String, String>();
        for (var field : request.headers().fields()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-")) {
                headers.merge(name, field.getValue().strip(), (one, two) -> one + "," + two);
            }
        }
        token.ifPresent(text -> headers.put("x-amz-security-token", text));
        var amz =
                headers.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
        return String.join(
                        "\n",
                        request.method(),
                        request.headers().first("Content-MD5").orElse(""),
                        request.headers().first("Content-Type").orElse(""),
                        expires)
                + "\n"
                + amz
                + resource(request, target);
    }

    private static String resource(HttpRequest request, S3Target target) {
        var signed =
                QueryParameters.of(request.query()).parameters().stream()
                        .filter(parameter -> SIGNED.contains(parameter.getKey()))
                        .map(parameter ->
                                parameter.getValue().isEmpty()
                                        ? parameter.getKey()
                                        : parameter.getKey() + "=" + parameter.getValue())
                        .sorted()
                        .collect(Collectors.joining("&"));
        return (target.isHost() ? "/" + target.bucket().orElse("") : "")
                + request.path()
                + (signed.isEmpty() ? "" : "?" + signed);
    }

    /// The signature of a text.
    static String sign(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether a request is such a link.
    static boolean is(HttpRequest request) {
        return List.of("AWSAccessKeyId=", "Signature=").stream()
                .allMatch(request.query()::contains);
    }
}
