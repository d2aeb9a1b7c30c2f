package groundschool.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes straight to the emulator, and what is left to Jetty.
final class CallReaderTest {

    private static final String CALL =
            """
            POST / HTTP/1.1
            Host: localhost:4566
            Content-Type: application/x-amz-json-1.0
            X-Amz-Target: DynamoDB_20120810.ListTables
            Authorization: AWS4-HMAC-SHA256 one
            Content-Length: 2

            {}\
            """
                    .replace("\n", "\r\n");

    private final CallReader reader = new CallReader("10.0.0.1", 1024, 4096);

    @Test
    void reads_a_call() throws Exception {
        var whole = whole(CALL);

        assertThat(whole.call().method()).isEqualTo("POST");
        assertThat(whole.call().path()).isEqualTo("/");
        assertThat(whole.call().query()).isEmpty();
        assertThat(whole.call().source()).isEqualTo("10.0.0.1");
        assertThat(whole.call().headers().fields())
                .containsExactly(
                        Map.entry("Host", "localhost:4566"),
                        Map.entry("Content-Type", "application/x-amz-json-1.0"),
                        Map.entry("X-Amz-Target", "DynamoDB_20120810.ListTables"),
                        Map.entry("Authorization", "AWS4-HMAC-SHA256 one"),
                        Map.entry("Content-Length", "2"));
        assertThat(body(whole)).isEqualTo("{}");
        assertThat(whole.host()).isEqualTo("localhost:4566");
        assertThat(whole.end()).isEqualTo(CALL.length());
    }

    @Test
    void waits_for_the_rest_wherever_a_call_breaks_off() {
        for (int length = 0; length < CALL.length(); length++) {
            assertThat(read(CALL.substring(0, length)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(CallReader.Part.class);
        }
    }

    @Test
    void says_where_the_next_one_begins() throws Exception {
        var bytes = bytes("before" + CALL + CALL.replace("{}", "[]") + "POST");

        var first = (CallReader.Whole) reader.read(bytes, 6, bytes.length);
        var second = (CallReader.Whole) reader.read(bytes, first.end(), bytes.length);

        assertThat(body(first)).isEqualTo("{}");
        assertThat(body(second)).isEqualTo("[]");
        assertThat(reader.read(bytes, second.end(), bytes.length))
                .isInstanceOf(CallReader.Part.class);
    }

    @Test
    void takes_no_header_of_the_call_before_for_one_of_this() {
        read(CALL);

        assertThat(value(CALL.replace("256 one", "256 two"), "Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 two");
        assertThat(value(CALL.replace("256 one", "256 other"), "Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 other");
        assertThat(value(CALL.replace("Authorization", "authorization"), "Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 one");
        assertThat(
                        whole(CALL.replaceFirst("Content-Type.*\r\n", ""))
                                .call()
                                .headers()
                                .first("Content-Type"))
                .isEmpty();
        assertThat(whole(CALL.replace("Host:", "X-New: 1\r\nHost:")).call().headers().fields())
                .hasSize(6)
                .startsWith(Map.entry("X-New", "1"), Map.entry("Host", "localhost:4566"));
    }

    @Test
    void trims_values_and_takes_empty_ones() {
        assertThat(value(with("X-Wide: \t two  words \t"), "X-Wide")).isEqualTo("two  words");
        assertThat(value(with("X-Empty:"), "X-Empty")).isEmpty();
        assertThat(value(with("Connection: Keep-Alive"), "Connection")).isEqualTo("Keep-Alive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "POST / HTTP/1.0",
                "POST /path HTTP/1.1",
                "POST /?query HTTP/1.1",
                "POST http://localhost/ HTTP/1.1",
                "post / HTTP/1.1",
                " POST / HTTP/1.1"
            })
    void leaves_other_requests_to_jetty(String line) {
        assertThat(read(CALL.replace("POST / HTTP/1.1", line)))
                .isInstanceOf(CallReader.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Expect: 100-continue",
                "Upgrade: websocket",
                "Trailer: Expires",
                "Connection: close",
                "Connection: keep-alive, Upgrade",
                "Content-Length: 2",
                "Content-Length: 3",
                "Host: localhost:4566",
                "X-Amz-Target: DynamoDB_20120810.PutItem",
                "X-Space : before the colon",
                "X Space: within",
                ": no name",
                "no colon",
                " folded",
                "X-Control: \u0000",
                "X-Return: a\rb",
                "X-Latin: \u00e9",
                "X-Bare: line\nX-Next: line",
                "X-Deleted: \u007f"
            })
    void leaves_to_jetty_what_it_may_have_to_refuse(String line) {
        assertThat(read(with(line))).isInstanceOf(CallReader.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+2", "2,2", "0x2", "", "999999999", "2 2"})
    void leaves_odd_lengths_to_jetty(String length) {
        assertThat(read(CALL.replace("Content-Length: 2", "Content-Length: " + length)))
                .isInstanceOf(CallReader.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:",
                "localhost:0",
                "localhost:65536",
                "[::1]:4566",
                "a/b",
                "a@b"
            })
    void leaves_odd_hosts_to_jetty(String host) {
        assertThat(read(CALL.replace("localhost:4566", host))).isInstanceOf(CallReader.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "X-Amz-Target"})
    void leaves_to_jetty_what_lacks_a_header(String name) {
        assertThat(read(CALL.replaceFirst(name + ".*\r\n", "")))
                .isInstanceOf(CallReader.Other.class);
    }

    @Test
    void leaves_to_jetty_what_is_long() {
        assertThat(read(with("X-Long: " + "x".repeat(1024)))).isInstanceOf(CallReader.Other.class);
        assertThat(read(CALL.substring(0, 40) + "x".repeat(1024)))
                .as("though it may never end")
                .isInstanceOf(CallReader.Other.class);
        assertThat(read(with("X-Many: 1\r\n".repeat(95) + "X-More: 1")))
                .isInstanceOf(CallReader.Other.class);
        assertThat(read(CALL.replace("Content-Length: 2", "Content-Length: 4096")))
                .as("before its body has come")
                .isInstanceOf(CallReader.Other.class);
    }

    private static String with(String line) {
        return CALL.replace("Content-Type", line + "\r\nContent-Type");
    }

    private CallReader.Found read(String text) {
        var bytes = bytes(text);
        return reader.read(bytes, 0, bytes.length);
    }

    private CallReader.Whole whole(String text) {
        var found = read(text);
        assertThat(found).isInstanceOf(CallReader.Whole.class);
        return (CallReader.Whole) found;
    }

    private String value(String text, String name) {
        return whole(text).call().headers().first(name).orElseThrow();
    }

    private static String body(CallReader.Whole whole) throws IOException {
        return new String(whole.call().body().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
