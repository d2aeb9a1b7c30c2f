package groundschool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What no browser sends: every answer is a page that says what is wrong, never a failure of ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRequestsTest {

    private TestSite site;

    @BeforeAll
    void start() {
        site = new TestSite(TestSchool.sailing());
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void an_address_that_cannot_be_read_is_refused() throws IOException {
        for (var path :
                List.of(
                        "/search?q=%zz",
                        "/search?q=%",
                        "/search?%zz=1",
                        "/lessons/%zz",
                        "/lessons/%00",
                        "/lessons/%2e%2e%2f",
                        "/exams/%2e%2e/x",
                        "/cards?lesson=%00",
                        "/courses/" + "x".repeat(5000),
                        "//",
                        "//elsewhere.example/",
                        "/\\elsewhere.example")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\n" + "Host: localhost\r\n"))
                    .as(path)
                    .containsPattern("^HTTP/1.1 (200|40[04]|414)");
        }
    }

    @Test
    void an_odd_method_is_refused() throws IOException {
        assertThat(raw("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n"))
                .containsPattern("^HTTP/1.1 (200|40[045])");
        assertThat(raw("OPTIONS / HTTP/1.1\r\nHost: localhost\r\n"))
                .containsPattern("^HTTP/1.1 (200|40[45])");
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\n"))
                .containsPattern("^HTTP/1.1 (40[0345]|501)");
        assertThat(raw("BREW / HTTP/1.1\r\nHost: localhost\r\n"))
                .containsPattern("^HTTP/1.1 (40[0345]|501)");
        assertThat(raw("DELETE /cards HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void a_request_without_a_host_or_with_a_strange_one_is_refused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET / HTTP/1.0\r\n")).containsPattern("^HTTP/1.1 40[03]");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:8080@evil.example\r\n"))
                .containsPattern("^HTTP/1.1 40[03]");
    }

    @Test
    void a_head_of_the_event_stream_ends() throws IOException {
        assertThat(raw("HEAD /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"))
                .startsWith("HTTP/1.1 ");
    }

    @Test
    void a_form_that_cannot_be_read_is_refused() throws IOException {
        for (var body : List.of("%zz=1", "a=%zz", "=", "&&&", "csrf=%")) {
            assertThat(
                            raw(
                                    "POST /cards/undo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                            + body.length()
                                            + "\r\n",
                                    body))
                    .as(body)
                    .containsPattern("^HTTP/1.1 40[03]");
        }
        assertThat(
                        raw(
                                "POST /cards/undo HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n",
                                "abc"))
                .containsPattern("^HTTP/1.1 4\\d\\d");
        assertThat(
                        raw(
                                "POST /cards/undo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded; charset=klingon\r\nContent-Length: 3\r\n",
                                "a=b"))
                .containsPattern("^HTTP/1.1 4\\d\\d");
    }

    /// Cookies ignore ports, so another server on this machine could plant a token of its choice.
    @Test
    void a_form_of_another_origin_is_refused_though_it_knows_the_token() throws IOException {
        var token = "0123456789abcdef0123456789abcdef";
        var form = "csrf=" + token;
        var head =
                "POST /cards/undo HTTP/1.1\r\nHost: localhost\r\nCookie: groundschool-csrf=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nOrigin: %s\r\n";

        assertThat(raw(head.formatted(token, form.length(), "http://localhost:9999"), form))
                .startsWith("HTTP/1.1 403");
        assertThat(raw(head.formatted(token, form.length(), "http://localhost"), form))
                .startsWith("HTTP/1.1 303");
    }

    @Test
    void no_answer_is_kept_by_a_cache_that_others_share() {
        for (var path :
                List.of("/", "/lessons/knots", "/cards", "/exams", "/nowhere", "/healthz")) {
            assertThat(site.get(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(it -> assertThat(it).matches("private, no-cache|no-store"));
        }
    }

    @Test
    void the_cookie_of_the_token_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(site.get("/").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Expires");
    }

    private String raw(String head) throws IOException {
        return raw(head, "");
    }

    private String raw(String head, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (head + "Connection: close\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
