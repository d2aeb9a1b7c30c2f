package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Right requests are signed by AWS's own SDK; wrong ones are made from them by hand.
class SignatureV4Test {

    private static final String URI = "http://localhost:4566/";
    private static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");

    private final Sandboxes sandboxes = Sandboxes.inMemory();
    private final Emulator emulator = new Emulator(sandboxes, () -> NOW);
    private final AccessKey key = sandboxes.create("111122223333");

    @AfterEach
    void close() {
        emulator.close();
    }

    @Nested
    class Lets_in {

        @Test
        void a_request_that_is_signed_in_its_header() {
            assertThat(address(signer(NOW).inHeader(URI, "{}")))
                    .isEqualTo("dynamodb.eu-west-1.amazonaws.com");
        }

        @Test
        void a_request_that_is_signed_in_its_query() {
            assertThat(address(signer(NOW).inQuery(URI, "{}")))
                    .isEqualTo("dynamodb.eu-west-1.amazonaws.com");
        }

        @Test
        void a_signature_of_any_region() {
            var signer = new SdkSigner(key, NOW, "ap-southeast-2", "dynamodb");

            assertThat(address(signer.inHeader(URI, "{}")))
                    .isEqualTo("dynamodb.ap-southeast-2.amazonaws.com");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?b=2&a=1&a=0",
                    "?empty&space=a%20b&plus=a%2Bb",
                    "?slash=a/b&tilde=~&equals=a%3Db",
                    "?select&select-type=2",
                    "?%C3%BC=%E2%82%AC"
                })
        void a_query_in_whatever_order_and_encoding(String query) {
            assertThat(call(signer(NOW).inHeader(URI + query, "{}")).has("Endpoints")).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "a//b/./c/../d", "with%20space", "%C3%BC/", "a%2Fb"})
        void a_path_with_dots_slashes_and_percent_signs(String path) {
            assertThat(call(signer(NOW).inHeader(URI + path, "{}")).has("Endpoints")).isTrue();
        }

        @Test
        void headers_with_several_values_and_many_blanks() {
            var request =
                    SdkSigner.request(URI).toBuilder()
                            .appendHeader("X-Many", "  two   words ")
                            .appendHeader("X-Many", "b")
                            .build();

            assertThat(call(signer(NOW).inHeader(request, "{}")).has("Endpoints")).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"2026-03-14T15:04:26Z", "2026-03-14T15:14:26Z"})
        void clocks_that_are_five_minutes_off(Instant at) {
            assertThat(call(signer(at).inHeader(URI, "{}")).has("Endpoints")).isTrue();
        }

        @Test
        void a_query_as_long_as_it_says() {
            var earlier = NOW.minusSeconds(15 * 60);

            assertThat(call(signer(earlier).inQuery(URI, "{}")).has("Endpoints")).isTrue();
        }
    }

    @Nested
    class Refuses {

        @Test
        void another_body_and_shows_what_should_have_been_signed() {
            var signed = signer(NOW).inHeader(URI, "{}");
            var answer = call(withBody(signed, "{\"Limit\":1}"));

            assertThat(answer.path("__type").asString())
                    .isEqualTo("com.amazon.coral.service#InvalidSignatureException");
            assertThat(answer.path("message").asString())
                    .isEqualTo(
                            """
                            The request signature we calculated does not match the signature you provided. \
                            Check your AWS Secret Access Key and signing method. \
                            Consult the service documentation for details.

                            The Canonical String for this request should have been
                            'POST
                            /

                            content-type:application/x-amz-json-1.0
                            host:localhost:4566
                            x-amz-content-sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
                            x-amz-date:20260314T150926Z
                            x-amz-target:DynamoDB_20120810.DescribeEndpoints

                            content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target
                            55522f708dcfebccb7bd3e8d0001a53ecaf2beca9ca801f1e9161e24215faa99'

                            The String-to-Sign should have been
                            'AWS4-HMAC-SHA256
                            20260314T150926Z
                            20260314/eu-west-1/dynamodb/aws4_request
                            5ff9da956d6e38c60e1c4132aaeb2f6cf065f577e85091dc846d46a91bf2f3a2'
                            """);
        }

        @Test
        void another_secret() {
            var forged = new AccessKey(key.id(), "x".repeat(40), key.principal(), key.sandbox());
            var signed = new SdkSigner(forged, NOW, "eu-west-1", "dynamodb").inHeader(URI, "{}");

            assertThat(message(signed))
                    .startsWith("The request signature we calculated does not match");
        }

        @Test
        void a_target_that_was_changed_after_signing() {
            var signed = signer(NOW).inHeader(URI, "{}");

            assertThat(
                            message(
                                    withHeader(
                                            signed,
                                            "X-Amz-Target",
                                            _ -> "DynamoDB_20120810.ListTables")))
                    .startsWith("The request signature we calculated does not match");
        }

        @Test
        void an_old_signature() {
            assertThat(message(signer(Instant.parse("2026-03-14T15:04:25Z")).inHeader(URI, "{}")))
                    .isEqualTo(
                            "Signature expired: 20260314T150425Z is now earlier than 20260314T150426Z (20260314T150926Z - 5 min.)");
        }

        @Test
        void a_signature_of_the_future() {
            assertThat(message(signer(Instant.parse("2026-03-14T15:14:27Z")).inHeader(URI, "{}")))
                    .isEqualTo(
                            "Signature not yet current: 20260314T151427Z is still later than 20260314T151426Z (20260314T150926Z + 5 min.)");
        }

        @Test
        void a_query_that_has_expired() {
            assertThat(message(signer(NOW.minusSeconds(15 * 60 + 1)).inQuery(URI, "{}")))
                    .startsWith("Signature expired: 20260314T145425Z is now earlier than");
        }

        @Test
        void a_key_that_nobody_has() {
            var unknown =
                    new AccessKey("AKIAXXXXXXXXXXXXXXXX", "secret", key.principal(), "nowhere");
            var answer =
                    call(new SdkSigner(unknown, NOW, "eu-west-1", "dynamodb").inHeader(URI, "{}"));

            assertThat(answer.path("__type").asString())
                    .isEqualTo("com.amazon.coral.service#UnrecognizedClientException");
            assertThat(answer.path("message").asString())
                    .isEqualTo("The security token included in the request is invalid.");
        }

        @Test
        void a_token_that_the_key_does_not_have() {
            assertThat(message(signer(NOW).withToken(URI, "{}", "FwoGZXIvYXdzEA")))
                    .isEqualTo("The security token included in the request is invalid");
        }

        @Test
        void a_signature_for_another_service() {
            assertThat(message(new SdkSigner(key, NOW, "eu-west-1", "sqs").inHeader(URI, "{}")))
                    .isEqualTo("Credential should be scoped to correct service: 'dynamodb'. ");
        }

        @Test
        void all_that_is_wrong_with_a_scope_at_once() {
            assertThat(
                            message(
                                    withAuthorization(text ->
                                            text.replace(
                                                    "20260314/eu-west-1/dynamodb/aws4_request",
                                                    "20260313/europe/s3/aws3_request"))))
                    .isEqualTo(
                            "Credential should be scoped to a valid region, not 'europe'. "
                                    + "Credential should be scoped to correct service: 'dynamodb'. "
                                    + "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3_request'. "
                                    + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260313' != '20260314', from '20260314T150926Z'. ");
        }

        @Test
        void a_scope_that_lacks_a_part() {
            assertThat(
                            message(
                                    withAuthorization(
                                            text -> text.replace("/dynamodb/aws4_request", ""))))
                    .isEqualTo(
                            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '%s/20260314/eu-west-1'"
                                    .formatted(key.id()));
        }

        @Test
        void another_algorithm() {
            assertThat(
                            message(
                                    withAuthorization(text ->
                                            text.replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA25"))))
                    .isEqualTo(
                            "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only AWS4-HMAC-SHA256 for now). ");
        }

        @Test
        void a_signature_that_leaves_out_the_host() {
            assertThat(message(withAuthorization(text -> text.replace("host;", ""))))
                    .isEqualTo(
                            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        @Test
        void a_date_in_another_form() {
            var signed = signer(NOW).inHeader(URI, "{}");

            assertThat(message(withHeader(signed, "X-Amz-Date", _ -> "201")))
                    .isEqualTo(
                            "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601");
        }

        @Test
        void a_part_without_an_equal_sign() {
            assertThat(
                            message(
                                    withAuthorization(_ ->
                                            "AWS4-HMAC-SHA256 Signature=b, Credential, SignedHeaders")))
                    .isEqualTo(
                            "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Signature=b, Credential, SignedHeaders'.");
        }

        private HttpRequest withAuthorization(UnaryOperator<String> change) {
            return withHeader(signer(NOW).inHeader(URI, "{}"), "Authorization", change);
        }
    }

    @Test
    void a_fault_of_our_own_is_told_as_the_service_s_and_no_more() {
        var broken =
                new Emulator(
                        sandboxes,
                        () -> {
                            throw new IllegalStateException("no clock");
                        });

        var answer = broken.handle(signer(NOW).inHeader(URI, "{}"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\",\"message\":\"The request processing has failed because of an unknown error, exception or failure.\"}");
    }

    private SdkSigner signer(Instant at) {
        return new SdkSigner(key, at, "eu-west-1", "dynamodb");
    }

    private static HttpRequest withHeader(
            HttpRequest request, String name, UnaryOperator<String> change) {
        var fields =
                request.headers().fields().stream()
                        .map(field ->
                                field.getKey().equalsIgnoreCase(name)
                                        ? Map.entry(name, change.apply(field.getValue()))
                                        : field)
                        .toList();
        return new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                new Headers(fields),
                request.body());
    }

    private static HttpRequest withBody(HttpRequest request, String body) {
        return HttpRequest.of(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode call(HttpRequest request) {
        return Json.mapper().readTree(emulator.handle(request).bytes());
    }

    private String address(HttpRequest request) {
        return call(request).path("Endpoints").path(0).path("Address").asString();
    }

    private String message(HttpRequest request) {
        return call(request).path("message").asString();
    }
}
