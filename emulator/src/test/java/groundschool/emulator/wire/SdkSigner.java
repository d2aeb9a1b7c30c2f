package groundschool.emulator.wire;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Signs requests with AWS's own signer, so that our verification is not tested by itself.
///
/// @param at when, on the signer's clock
record SdkSigner(AccessKey key, Instant at, String region, String service) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /// A signed call of DescribeEndpoints.
    HttpRequest inHeader(String uri, String body) {
        return sign(request(uri), body, AuthLocation.HEADER, identity());
    }

    HttpRequest inHeader(SdkHttpRequest request, String body) {
        return sign(request, body, AuthLocation.HEADER, identity());
    }

    HttpRequest inQuery(String uri, String body) {
        return sign(request(uri), body, AuthLocation.QUERY_STRING, identity());
    }

    HttpRequest withToken(String uri, String body, String token) {
        return sign(
                request(uri),
                body,
                AuthLocation.HEADER,
                AwsSessionCredentialsIdentity.create(key.id(), key.secret(), token));
    }

    static SdkHttpRequest request(String uri) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(uri))
                .putHeader("X-Amz-Target", "DynamoDB_20120810.DescribeEndpoints")
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build();
    }

    private AwsCredentialsIdentity identity() {
        return AwsCredentialsIdentity.create(key.id(), key.secret());
    }

    private HttpRequest sign(
            SdkHttpRequest request,
            String body,
            AuthLocation location,
            AwsCredentialsIdentity identity) {
        var signed =
                SIGNER.sign(sign -> {
                    sign.identity(identity)
                            .request(request)
                            .payload(ContentStreamProvider.fromUtf8String(body))
                            .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, location)
                            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC));
                    if (location == AuthLocation.QUERY_STRING) {
                        sign.putProperty(
                                AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15));
                    }
                });
        var http = signed.request();
        var fields = new ArrayList<Map.Entry<String, String>>();
        http.forEachHeader(
                (name, values) -> values.forEach(value -> fields.add(Map.entry(name, value))));
        return HttpRequest.of(
                "POST",
                http.encodedPath(),
                http.encodedQueryParameters().orElse(""),
                new Headers(fields),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
