package groundschool.emulator.wire;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Lets scripts of pages call services from a browser.
///
/// Unlike AWS, which allows every origin, only pages of this machine: the emulator is reachable by
/// any page that its user opens.
public final class Cors {

    private static final String EXPOSED =
            "x-amzn-requestid, x-amz-crc32, x-amzn-errortype, x-amz-request-id, x-amz-id-2, etag, date";

    private Cors() {}

    /// The answer to a browser that asks whether it may send the real request; nothing if this is
    /// no such question or the page is from elsewhere.
    public static Optional<HttpResponse> preflight(HttpRequest request, String requestId) {
        if (!request.method().equals("OPTIONS") || allowedOrigin(request).isEmpty()) {
            return Optional.empty();
        }
        var headers = Answers.headers(requestId).with("Access-Control-Max-Age", "172800");
        var wantedHeaders = request.headers().first("Access-Control-Request-Headers");
        if (wantedHeaders.isPresent()) {
            headers = headers.with("Access-Control-Allow-Headers", wantedHeaders.get());
        }
        var wantedMethod = request.headers().first("Access-Control-Request-Method");
        if (wantedMethod.isPresent()) {
            headers = headers.with("Access-Control-Allow-Methods", wantedMethod.get());
        }
        return Optional.of(HttpResponse.of(200, headers, new byte[0]));
    }

    /// Lets the page that asked read the answer, if it is from this machine.
    public static HttpResponse allow(HttpRequest request, HttpResponse answer) {
        var origin = allowedOrigin(request);
        if (origin.isEmpty()) {
            return answer;
        }
        return new HttpResponse(
                answer.status(),
                allow(answer.headers(), origin.get()),
                answer.length(),
                answer.body());
    }

    private static Headers allow(Headers headers, String origin) {
        return headers.with("Access-Control-Allow-Origin", origin)
                .with("Access-Control-Expose-Headers", EXPOSED)
                .with("Vary", "Origin");
    }

    private static Optional<String> allowedOrigin(HttpRequest request) {
        return request.headers().first("Origin").filter(Cors::isOfThisMachine);
    }

    private static boolean isOfThisMachine(String origin) {
        try {
            var host = new URI(origin).getHost();
            return host != null && HostName.isLoopback(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
