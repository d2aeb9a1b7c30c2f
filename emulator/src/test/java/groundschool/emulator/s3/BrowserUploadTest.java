package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

class BrowserUploadTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryAbC";

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void puts_what_a_signed_form_lets_it() {
        var answer =
                post(
                        signed(
                                """
                                ["starts-with", "$key", "photos/"], {"success_action_status": "201"},
                                ["starts-with", "$Content-Type", "image/"], {"x-amz-meta-n": "1"},
                                ["content-length-range", 1, 40]
                                """,
                                "photos/${filename}",
                                Map.of(
                                        "success_action_status",
                                        "201",
                                        "Content-Type",
                                        "image/png",
                                        "x-amz-meta-n",
                                        "1")),
                        "bytes\r\n--of a picture");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("<Key>photos/cat.png</Key>");
        var got = cloud.s3.getObjectAsBytes(get -> get.bucket("shop").key("photos/cat.png"));
        assertThat(got.asUtf8String()).isEqualTo("bytes\r\n--of a picture");
        assertThat(got.response().contentType()).isEqualTo("image/png");
        assertThat(got.response().metadata()).containsEntry("n", "1");
    }

    @Test
    void is_refused_what_the_policy_does_not_let_it() {
        var key = Map.<String, String>of();
        assertThat(post(signed("[\"eq\", \"$key\", \"a\"]", "b", key), "x").body())
                .contains(
                        "Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;a&quot;]");
        assertThat(
                        post(
                                        signed(
                                                "{\"key\": \"a\"}, [\"content-length-range\", 0, 2]",
                                                "a",
                                                key),
                                        "long")
                                .body())
                .contains("<Code>EntityTooLarge</Code>");
        assertThat(post(signed("{\"key\": \"a\"}", "a", Map.of("acl", "private")), "x").body())
                .contains("Invalid according to Policy: Extra input fields: acl");
        assertThat(cloud.s3.listObjectsV2(list -> list.bucket("shop")).contents()).isEmpty();
    }

    @Test
    void is_refused_a_form_that_is_not_signed_or_signed_wrongly() {
        assertThat(post(Map.of("key", "a"), "x").body()).contains("<Code>AccessDenied</Code>");
        var forged = new LinkedHashMap<>(signed("{\"key\": \"a\"}", "a", Map.of()));
        forged.put("x-amz-signature", "0".repeat(64));
        assertThat(post(forged, "x").body()).contains("<Code>SignatureDoesNotMatch</Code>");
        forged.remove("x-amz-signature");
        assertThat(post(forged, "x").body())
                .contains("Bucket POST must contain a field named 'X-Amz-Signature'.");
    }

    @Test
    void may_be_signed_by_the_older_algorithm() {
        var fields = signedByVersion2("{\"key\": \"a\"}", "a");

        assertThat(post(fields, "x").statusCode()).isEqualTo(204);

        fields.put("signature", "forged");
        assertThat(post(fields, "x").body()).contains("<Code>SignatureDoesNotMatch</Code>");
        fields.remove("signature");
        assertThat(post(fields, "x").body())
                .contains("Bucket POST must contain a field named 'signature'.");
    }

    @Test
    void is_told_that_a_range_of_lengths_is_none() {
        var form = signed("{\"key\": \"a\"}, [\"content-length-range\", 1]", "a", Map.of());

        assertThat(post(form, "x").body()).contains("<Code>InvalidPolicyDocument</Code>");
    }

    @Test
    void needs_no_signature_where_everybody_may_write() {
        cloud.s3.putBucketOwnershipControls(put ->
                put.bucket("shop")
                        .ownershipControls(with ->
                                with.rules(rule ->
                                        rule.objectOwnership(ObjectOwnership.OBJECT_WRITER))));
        cloud.s3.deletePublicAccessBlock(delete -> delete.bucket("shop"));
        cloud.s3.putBucketAcl(put -> put.bucket("shop").acl(BucketCannedACL.PUBLIC_READ_WRITE));

        var answer = post(Map.of("key", "a", "acl", "public-read"), "x");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(cloud.send("GET", "/shop/a").body()).isEqualTo("x");
    }

    @Test
    void ends_on_the_clock_of_the_sandbox() {
        var form = signed("{\"key\": \"a\"}", "a", Map.of());
        cloud.sandbox().clock().advance(Duration.ofDays(8));

        assertThat(post(form, "x").body())
                .contains("<Message>Invalid according to Policy: Policy expired.</Message>");
    }

    private HttpResponse<String> post(Map<String, String> fields, String file) {
        var body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(BOUNDARY, name, value)));
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cat.png\"\r\nContent-Type: image/png\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(BOUNDARY, file, BOUNDARY));
        return S3Cloud.send(
                HttpRequest.newBuilder(URI.create(cloud.server.uri() + "/shop"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private Map<String, String> signedByVersion2(String conditions, String key) {
        var policy =
                "{\"expiration\": \"%s\", \"conditions\": [{\"bucket\": \"shop\"}, %s]}"
                        .formatted(Instant.now().plus(Duration.ofMinutes(5)), conditions);
        var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        fields.put("AWSAccessKeyId", cloud.key.id());
        fields.put("policy", encoded);
        fields.put(
                "signature",
                Base64.getEncoder()
                        .encodeToString(
                                hmac(
                                        "HmacSHA1",
                                        cloud.key.secret().getBytes(StandardCharsets.UTF_8),
                                        encoded)));
        return fields;
    }

    private Map<String, String> signed(String conditions, String key, Map<String, String> more) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var date =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(now);
        var credential =
                "%s/%s/eu-west-1/s3/aws4_request".formatted(cloud.key.id(), date.substring(0, 8));
        var policy =
                """
                {"expiration": "%s", "conditions": [{"bucket": "shop"}, {"x-amz-credential": "%s"},
                 {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, {"x-amz-date": "%s"}, %s]}
                """
                        .formatted(now.plus(Duration.ofMinutes(5)), credential, date, conditions);
        var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", key);
        fields.putAll(more);
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-date", date);
        fields.put("policy", encoded);
        fields.put("x-amz-signature", sign(date.substring(0, 8), encoded));
        return fields;
    }

    private String sign(String day, String text) {
        var key = ("AWS4" + cloud.key.secret()).getBytes(StandardCharsets.UTF_8);
        for (var part : new String[] {day, "eu-west-1", "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        return hmac("HmacSHA256", key, text);
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
