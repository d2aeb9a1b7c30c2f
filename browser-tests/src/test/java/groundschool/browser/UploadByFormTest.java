package groundschool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A form on somebody's page that uploads a file to a bucket, with no script and no server between.
@BrowserTest
class UploadByFormTest {

    private static final byte[] PICTURE = "bytes\r\n--of a \u00fc".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_form_uploads_a_file_and_comes_back(Visitors visitors) throws Exception {
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var key = emulator.sandboxes().create("111122223333");
            s3(emulator, key, "CreateBucket", "{\"Bucket\": \"shop\"}");
            var page =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            try {
                var origin = "http://localhost:" + page.getAddress().getPort();
                var action = "http://localhost:%d/shop".formatted(server.port());
                var form = form(action, signed(key, origin + "/thanks"));
                page.createContext(
                        "/",
                        exchange -> {
                            var html =
                                    exchange.getRequestURI().getPath().equals("/thanks")
                                            ? "Thank you"
                                            : form;
                            var bytes =
                                    ("<!doctype html><link rel=icon href=data:,>" + html)
                                            .getBytes(StandardCharsets.UTF_8);
                            exchange.getResponseHeaders()
                                    .set("Content-Type", "text/html; charset=utf-8");
                            exchange.sendResponseHeaders(200, bytes.length);
                            exchange.getResponseBody().write(bytes);
                            exchange.close();
                        });
                page.start();
                var customer = visitors.desktop().expecting("localhost:" + server.port());

                customer.page().navigate(origin);
                customer.find("[name=file]")
                        .setInputFiles(new FilePayload("br\u00f6t.png", "image/png", PICTURE));
                customer.button("Upload").click();
                customer.sees("Thank you");

                assertThat(customer.page().url())
                        .startsWith(
                                origin + "/thanks?bucket=shop&key=photos%2Fbr%C3%B6t.png&etag=");
                var stored =
                        s3(emulator, key, "ListObjectsV2", "{\"Bucket\": \"shop\"}")
                                .at("/Contents/0");
                assertThat(stored.path("Key").asString()).isEqualTo("photos/br\u00f6t.png");
                assertThat(stored.path("Size").asInt()).isEqualTo(PICTURE.length);
                assertThat(stored.path("ETag").asString()).contains(md5(PICTURE));
            } finally {
                page.stop(0);
            }
        }
    }

    private static JsonNode s3(Emulator emulator, AccessKey key, String operation, String input) {
        var owner =
                new Caller(emulator.sandboxes().open(key.sandbox()), key.principal(), "us-east-1");
        return emulator.perform(owner, "s3", operation, JsonMapper.shared().readTree(input));
    }

    private static String form(String action, Map<String, String> fields) {
        var form =
                new StringBuilder(
                        "<form method=post enctype='multipart/form-data' action='%s'>"
                                .formatted(action));
        fields.forEach((name, value) ->
                form.append("<input type=hidden name='%s' value='%s'>".formatted(name, value)));
        return form.append("<input type=file name=file><button>Upload</button></form>").toString();
    }

    /// A policy and its signature, as a shop's server would make them.
    private static Map<String, String> signed(AccessKey key, String back)
            throws GeneralSecurityException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var date =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(now);
        var day = date.substring(0, 8);
        var credential = "%s/%s/us-east-1/s3/aws4_request".formatted(key.id(), day);
        var policy =
                """
                {"expiration": "%s", "conditions": [{"bucket": "shop"}, ["starts-with", "$key", "photos/"],
                 ["content-length-range", 1, 1000], {"success_action_redirect": "%s"},
                 {"x-amz-credential": "%s"}, {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, {"x-amz-date": "%s"}]}
                """
                        .formatted(now.plus(Duration.ofMinutes(5)), back, credential, date);
        var encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
        var signing = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
        for (var part : new String[] {day, "us-east-1", "s3", "aws4_request"}) {
            signing = hmac(signing, part);
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", "photos/${filename}");
        fields.put("success_action_redirect", back);
        fields.put("x-amz-credential", credential);
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("x-amz-date", date);
        fields.put("policy", encoded);
        fields.put("x-amz-signature", HexFormat.of().formatHex(hmac(signing, encoded)));
        return fields;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("MD5").digest(bytes));
    }
}
