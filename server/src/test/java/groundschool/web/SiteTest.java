package groundschool.web;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.db.Database;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {

    private TestSite site;

    /// Fails when it is asked, and takes forms.
    private static final class BrokenPage implements Page {

        @Override
        public void addTo(RoutesConfig routes) {
            routes.get(
                    "/broken",
                    _ -> {
                        throw new IllegalStateException("the oven is cold");
                    });
            routes.post("/forms", context -> context.result("taken " + context.formParam("a")));
        }
    }

    @BeforeAll
    void start() {
        site =
                new TestSite(
                        TestContent.bakery(),
                        Database.at("jdbc:h2:mem:" + UUID.randomUUID()),
                        List.of(new BrokenPage()));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void every_answer_forbids_inline_scripts_and_styles() {
        for (var path : List.of("/", "/nowhere", "/broken", "/healthz")) {
            var policy = site.get(path).headers().firstValue("Content-Security-Policy");

            assertThat(policy)
                    .hasValueSatisfying(it -> {
                        assertThat(it).contains("script-src 'self'").contains("style-src 'self'");
                        assertThat(it).doesNotContain("unsafe");
                    });
        }
    }

    @Test
    void pages_obey_their_own_policy() {
        for (var path :
                List.of("/", "/courses/baking", "/lessons/dough", "/search?q=dough", "/x")) {
            assertThat(site.get(path).body())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=");
        }
    }

    @Test
    void an_unknown_address_says_what_happened_what_is_safe_and_what_to_do() {
        var answer = site.get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is nothing at this address")
                .contains("What is safe.")
                .contains("What to do.");
    }

    @Test
    void a_failure_is_named_by_the_number_under_which_the_log_has_it() {
        var answer = site.get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something failed on our side")
                .containsPattern("look for [0-9a-f-]{36}")
                .doesNotContain("the oven is cold");
    }

    @Test
    void a_known_address_asked_in_the_wrong_way_is_405() {
        var answer = site.submit("/search", java.util.Map.of());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void head_gives_the_headers_alone() {
        var answer =
                site.send(site.request("/lessons/dough").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_form_without_the_token_changes_nothing() {
        var answer = site.send(site.request("/forms").POST(BodyPublishers.ofString("a=1")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing was changed");
    }

    @Test
    void a_form_with_the_token_is_taken() {
        var answer = site.submit("/forms", java.util.Map.of("a", "1"));

        assertThat(answer.body()).isEqualTo("taken 1");
    }

    @Test
    void a_form_of_more_than_a_megabyte_is_refused_with_a_page() {
        var answer = site.submit("/forms", java.util.Map.of("a", "x".repeat(1_100_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large");
    }

    @Test
    void another_host_name_is_refused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        var first = site.get("/lessons/dough");
        var cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var second = site.send(site.request("/lessons/dough").header("Cookie", cookie));
        var tag = second.headers().firstValue("ETag").orElseThrow();

        var third =
                site.send(
                        site.request("/lessons/dough")
                                .header("Cookie", cookie)
                                .header("If-None-Match", tag));

        assertThat(third.statusCode()).isEqualTo(304);
        assertThat(third.body()).isEmpty();
    }

    @Test
    void pages_are_sent_compressed_to_those_who_can_read_it() {
        var answer = site.send(site.request("/").header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void the_style_sheets_are_one_file_that_browsers_keep_for_good() {
        var page = site.get("/").body();
        var url = page.replaceAll("(?s).*href=\"([^\"]+site\\.css)\".*", "$1");

        var sheet = site.get(url);

        assertThat(sheet.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(sheet.body())
                .containsSubsequence("--ground:", "font:", ".button", "@media print");
    }

    @Test
    void no_path_leads_out_of_the_static_files() throws IOException {
        for (var path :
                List.of(
                        "/static/x/../../templates/layout.peb",
                        "/static/x/..%2f..%2ftemplates/layout.peb",
                        "/static/x/%2e%2e/logback.xml")) {
            assertThat(
                            raw(
                                    "GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .containsPattern("^HTTP/1.1 40[04]");
        }
    }

    @Test
    void the_chosen_theme_is_in_the_page_before_any_script_runs() {
        assertThat(site.get("/").body()).contains("<html lang=\"en\">");
        assertThat(site.send(site.request("/").header("Cookie", "theme=dark")).body())
                .contains("<html lang=\"en\" data-theme=\"dark\">");
        assertThat(site.send(site.request("/").header("Cookie", "theme=\"><b>")).body())
                .contains("<html lang=\"en\">");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", site.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
