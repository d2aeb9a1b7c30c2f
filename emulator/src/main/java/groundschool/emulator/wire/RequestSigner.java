package groundschool.emulator.wire;

import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Signs requests that the emulator makes to itself, on behalf of a role.
public final class RequestSigner {

    private static final SigningKeys KEYS = new SigningKeys();

    private RequestSigner() {}

    /// @param service that is called
    /// @param key temporary credentials, or permanent ones without a token
    public static HttpRequest sign(
            HttpRequest request,
            byte[] body,
            String service,
            String region,
            AccessKey key,
            Optional<String> token,
            Instant at) {
        var date = AmzDate.text(at);
        var hash = sha256(body);
        var headers = request.headers().with("X-Amz-Date", date).with("X-Amz-Content-Sha256", hash);
        if (token.isPresent()) {
            headers = headers.with("X-Amz-Security-Token", token.get());
        }
        var dated =
                new HttpRequest(
                        request.method(), request.path(), request.query(), headers, request.body());
        var names =
                headers.fields().stream()
                        .map(field -> field.getKey().toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList();
        var scope =
                new CredentialScope(
                        key.id(), date.substring(0, 8), region, service, "aws4_request");
        var form =
                service.equals("s3")
                        ? CanonicalRequest.PathForm.AS_SENT
                        : CanonicalRequest.PathForm.NORMALISED;
        var canonical = CanonicalRequest.of(dated, names, hash, form);
        var toSign =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        date,
                        scope.text(),
                        sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        var signature = HexFormat.of().formatHex(KEYS.sign(key, scope, toSign));
        var authorization =
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(key.id(), scope.text(), String.join(";", names), signature);
        return HttpRequest.of(
                request.method(),
                request.path(),
                request.query(),
                headers.with("Authorization", authorization),
                body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
