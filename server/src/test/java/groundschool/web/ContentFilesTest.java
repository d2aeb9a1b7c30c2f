package groundschool.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFilesTest {

    @Test
    void serves_the_pictures_that_the_catalogue_has_and_nothing_else(@TempDir Path folder)
            throws IOException {
        var picture = Files.writeString(folder.resolve("loaf.svg"), "<svg/>");
        var secret = Files.writeString(folder.resolve("course.md"), "secret");
        var assets = Map.of("baking/loaf.svg", picture, "baking/course.md", secret);

        try (var site = new TestSite(TestContent.bakery(assets))) {
            var found = site.get("/content/baking/loaf.svg");

            assertThat(found.body()).isEqualTo("<svg/>");
            assertThat(found.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
            assertThat(found.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(it -> assertThat(it).contains("sandbox"));
            for (var path :
                    List.of(
                            "baking/course.md",
                            "baking/other.svg",
                            "../baking/loaf.svg",
                            "baking/%2e%2e/baking/loaf.svg",
                            "baking/..%2f..%2fetc/passwd",
                            "%2fetc%2fpasswd")) {
                assertThat(status(site, "/content/" + path)).as(path).isIn("400", "404");
            }
        }
    }

    private static String status(TestSite site, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", site.port())) {
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.split(" ", 3)[1];
        }
    }
}
