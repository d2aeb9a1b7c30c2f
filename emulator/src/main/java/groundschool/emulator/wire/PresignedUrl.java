package groundschool.emulator.wire;

import groundschool.emulator.sandbox.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Addresses that carry their own signature.
///
/// Source: [Signature Version 4, query
/// parameters](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html)
public final class PresignedUrl {

    private PresignedUrl() {}

    /// The address of an object, path-style, by which anybody may get it for a while.
    ///
    /// @param endpoint where clients reach the emulator
    /// @param token of temporary credentials
    /// @param lasts in whole seconds
    public static String get(
            URI endpoint,
            String bucket,
            String key,
            AccessKey signer,
            Optional<String> token,
            String region,
            Instant now,
            Duration lasts) {
        var dateTime = AmzDate.text(now);
        var scope =
                new CredentialScope(
                        signer.id(), dateTime.substring(0, 8), region, "s3", "aws4_request");
        var parameters = new TreeMap<String, String>();
        parameters.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        parameters.put("X-Amz-Credential", signer.id() + "/" + scope.text());
        parameters.put("X-Amz-Date", dateTime);
        parameters.put("X-Amz-Expires", String.valueOf(lasts.toSeconds()));
        parameters.put("X-Amz-SignedHeaders", "host");
        token.ifPresent(it -> parameters.put("X-Amz-Security-Token", it));
        var path = "/" + encoded(bucket) + "/" + encoded(key).replace("%2F", "/");
        var query =
                parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        var canonical =
                String.join(
                        "\n",
                        "GET",
                        path,
                        query,
                        "host:" + endpoint.getRawAuthority(),
                        "",
                        "host",
                        "UNSIGNED-PAYLOAD");
        var text =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        dateTime,
                        scope.text(),
                        Sha256.hex(canonical.getBytes(StandardCharsets.UTF_8)));
        var signature = HexFormat.of().formatHex(new SigningKeys().sign(signer, scope, text));
        return "%s://%s%s?%s&X-Amz-Signature=%s"
                .formatted(
                        endpoint.getScheme(), endpoint.getRawAuthority(), path, query, signature);
    }

    private static String encoded(String text) {
        return UrlEncoding.encode(text);
    }
}
