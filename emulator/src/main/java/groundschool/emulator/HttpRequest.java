package groundschool.emulator;

import groundschool.emulator.sandbox.Sandbox;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// One HTTP request as it reaches the emulator, from a socket or from a client in the same process.
///
/// @param method in capitals
/// @param path as sent, percent-encoded, beginning with `/`
/// @param query as sent, without the `?`; empty if there is none
/// @param body read once; its end is the end of the request
/// @param source the address that it comes from
/// @param entrance the only sandbox that the way leads to by which it came; absent if its key says
///   whose it is for
public record HttpRequest(
        String method,
        String path,
        String query,
        Headers headers,
        InputStream body,
        String source,
        Optional<Sandbox> entrance) {

    /// Where requests come from that were not sent over a network.
    public static final String THIS_MACHINE = "127.0.0.1";

    /// A request of a client on this machine, by the way that everybody takes.
    public HttpRequest(
            String method, String path, String query, Headers headers, InputStream body) {
        this(method, path, query, headers, body, THIS_MACHINE);
    }

    /// A request by the way that everybody takes.
    public HttpRequest(
            String method,
            String path,
            String query,
            Headers headers,
            InputStream body,
            String source) {
        this(method, path, query, headers, body, source, Optional.empty());
    }

    /// The same request, by a way that leads to one sandbox only.
    public HttpRequest into(Sandbox sandbox) {
        return new HttpRequest(method, path, query, headers, body, source, Optional.of(sandbox));
    }

    /// The same request at another path.
    public HttpRequest at(String otherPath) {
        return new HttpRequest(method, otherPath, query, headers, body, source, entrance);
    }

    /// The same request without some of its headers.
    public HttpRequest without(String... names) {
        var fewer =
                headers.fields().stream()
                        .filter(field ->
                                Arrays.stream(names).noneMatch(field.getKey()::equalsIgnoreCase))
                        .toList();
        return new HttpRequest(method, path, query, new Headers(fewer), body, source, entrance);
    }

    /// A request whose body is at hand, and does not change any more.
    public static HttpRequest of(
            String method, String path, String query, Headers headers, byte[] body) {
        return of(method, path, query, headers, body, THIS_MACHINE);
    }

    /// The same from elsewhere.
    public static HttpRequest of(
            String method, String path, String query, Headers headers, byte[] body, String source) {
        return new HttpRequest(method, path, query, headers, new BodyAtHand(body), source);
    }
}
