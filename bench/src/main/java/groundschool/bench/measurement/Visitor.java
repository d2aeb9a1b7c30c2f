package groundschool.bench.measurement;

import groundschool.bench.load.Connection;
import groundschool.bench.process.Child;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes requests as a browser does that has been on the site before.
///
/// @param cookie as the site set it
record Visitor(String cookie) {

    /// Visits for the first time.
    static Visitor of(Child site) throws IOException {
        return new Visitor(site.get("/search").header("Set-Cookie").orElseThrow().split(";", 2)[0]);
    }

    /// Asks for a page, compressed.
    byte[] page(String path) {
        return """
        GET %s HTTP/1.1
        Host: localhost
        Accept-Encoding: gzip
        Cookie: %s

        """
                .formatted(path, cookie)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a form as htmx does.
    byte[] form(String path, Map<String, String> fields) {
        var form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Cookie: %s
                X-CSRF-Token: %s
                HX-Request: true
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                """
                        .formatted(
                                path,
                                cookie,
                                cookie.substring(cookie.indexOf('=') + 1),
                                form.length());
        return (head.replace("\n", "\r\n") + form).getBytes(StandardCharsets.UTF_8);
    }

    /// Asks once.
    static Connection.Answer ask(Child site, byte[] request, int status) throws IOException {
        try (var connection = new Connection(site.port())) {
            return connection.exchange(request, status);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
