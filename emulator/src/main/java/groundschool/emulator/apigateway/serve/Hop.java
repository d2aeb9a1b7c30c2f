package groundschool.emulator.apigateway.serve;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What was said between the gateway and what is behind it, for logs. It is asked on one thread and
/// told of on another.
///
/// Source: recorded logs
public final class Hop {

    /// @param isBody whether it is told only to those who want to see data
    private record Line(String text, boolean isBody) {}

    private final List<Line> lines = Collections.synchronizedList(new ArrayList<>());

    /// A request goes out.
    ///
    /// @param headers those that the gateway adds among them
    public void asked(String uri, Map<String, String> headers, byte[] body) {
        said("Endpoint request URI: " + uri);
        said("Endpoint request headers: " + headers);
        lines.add(new Line("Endpoint request body after transformations: " + text(body), true));
        said("Sending request to " + uri);
    }

    /// An answer is there.
    public void answered(int status, Duration took, Map<String, String> headers, byte[] body) {
        said(
                "Received response. Status: %d, Integration latency: %d ms"
                        .formatted(status, took.toMillis()));
        said("Endpoint response headers: " + headers);
        lines.add(new Line("Endpoint response body before transformations: " + text(body), true));
    }

    private void said(String text) {
        lines.add(new Line(text, false));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// @param whole whether with bodies
    List<String> lines(boolean whole) {
        return List.copyOf(lines).stream()
                .filter(line -> whole || !line.isBody())
                .map(Line::text)
                .toList();
    }
}
