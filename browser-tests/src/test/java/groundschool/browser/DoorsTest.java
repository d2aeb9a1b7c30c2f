package groundschool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who and what is let in, asked byte by byte: no browser would send such requests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

    private final Ground ground = Ground.open();

    @BeforeAll
    void isOpen() {
        assertThat(get("/")).startsWith("HTTP/1.1 200");
    }

    @AfterAll
    void close() throws IOException {
        ground.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example:80",
                "evil.example:4566",
                ""
            })
    void a_host_that_is_not_ours_is_refused(String host) {
        var answer = send("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 40");
        assertThat(answer).doesNotContain("Today");
    }

    @Test
    void a_foreign_name_gets_403() {
        var answer = send("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lessons/servers-to-serverless/done", "/cards/taken", "/exams"})
    void a_change_without_the_token_is_refused(String path) {
        var body = "done=true&lesson=servers-to-serverless&exam=first-steps";

        var answer =
                send(
                        "POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                                .formatted(path, ground.port(), body.length(), body));

        assertThat(answer).startsWith("HTTP/1.1 403");
        assertThat(get("/lessons/servers-to-serverless"))
                .doesNotContain("You marked this lesson done");
        assertThat(get("/cards")).contains("No cards yet");
        assertThat(get("/exams")).doesNotContain("Continue the exam");
    }

    @Test
    void a_token_of_somebody_else_is_refused() {
        var body = "done=true&csrf=" + "A".repeat(32);

        var answer =
                send(
                        "POST /lessons/servers-to-serverless/done HTTP/1.1\r\nHost: localhost\r\nCookie: groundschool-csrf=%s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                                .formatted("B".repeat(32), body.length(), body));

        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/content/../course.md",
                "/content/../../../../../../etc/passwd",
                "/content/..%2f..%2f..%2fetc%2fpasswd",
                "/content/%2e%2e/%2e%2e/pom.xml",
                "/content/aws-serverless/course.md",
                "/content/aws-serverless/01-foundations/images/../../course.md",
                "/content//etc/passwd",
                "/static/x/../../logback.xml",
                "/static/x/..%2flogback.xml",
                "/static/x/%2e%2e/%2e%2e/logback.xml",
                "/static/x/..\\logback.xml",
                "/static/x/css/../../groundschool/Main.class"
            })
    void no_path_leads_out_of_a_folder(String path) {
        var answer = get(path);

        assertThat(answer).matches("(?s)HTTP/1\\.1 40[04].*");
        assertThat(answer).doesNotContain("root:", "<configuration", "domains:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lessons/servers-to-serverless",
                "/labs/orders-table",
                "/exams",
                "/healthz",
                "/nowhere"
            })
    void each_answer_has_a_strict_policy(String path) {
        var head = get(path).split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);

        assertThat(head)
                .contains(
                        "content-security-policy: default-src 'none'",
                        "x-content-type-options: nosniff");
        assertThat(head).contains("frame-ancestors 'none'");
        assertThat(head).doesNotContain("unsafe-inline", "unsafe-eval", "server: jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/lessons/servers-to-serverless", "/labs/orders-table", "/progress"})
    void no_page_has_styles_or_scripts_of_its_own(String path) {
        var page = get(path);

        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(page)
                .doesNotContainPattern("<[^>]+ style=")
                .doesNotContainPattern("<[^>]+ on[a-z]+=\"");
    }

    private String get(String path) {
        return send(
                "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                        .formatted(path, ground.port()));
    }

    private String send(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ground.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
