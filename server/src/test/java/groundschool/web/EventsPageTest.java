package groundschool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    @Test
    void tells_the_version_on_connecting_and_at_each_change() throws Exception {
        var lines = new LinkedBlockingQueue<String>();

        try (var site = new TestSite(TestContent.bakery());
                var http = HttpClient.newHttpClient()) {
            Thread.startVirtualThread(() -> listen(http, site, lines));

            assertThat(next(lines)).isEqualTo("data: 1");

            site.events().changed();

            assertThat(next(lines)).isEqualTo("data: 1");
            http.shutdownNow();
        }
    }

    @Test
    void a_page_that_comes_again_while_the_site_stops_is_not_waited_for() throws Exception {
        try (var site = new TestSite(TestContent.bakery());
                var http = HttpClient.newHttpClient()) {
            site.events().close();

            var stream =
                    http.sendAsync(
                            site.request("/events").header("Accept", "text/event-stream").build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(stream.get(60, TimeUnit.SECONDS).body()).doesNotContain("data:");
        }
    }

    private static void listen(HttpClient http, TestSite site, LinkedBlockingQueue<String> lines) {
        try {
            http.send(
                            site.request("/events").header("Accept", "text/event-stream").build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(lines::add);
        } catch (IOException | InterruptedException | java.io.UncheckedIOException _) {
            // the site has closed
        }
    }

    private static String next(LinkedBlockingQueue<String> lines) throws InterruptedException {
        return String.valueOf(lines.poll(60, TimeUnit.SECONDS));
    }
}
